/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.scene.SceneSource;
import org.jspecify.annotations.Nullable;

/**
 * A line that a worker reads: first the batch, then one scene after the other. The end of its input ends a worker, also
 * in the middle of a scene.
 *
 * @param request first line: what all scenes have in common
 * @param batch first line: hash of the request
 * @param scene later lines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkerOrder(
        @Nullable BatchRequest request,
        @Nullable String batch,
        @Nullable SceneSource scene) {

    /** Stands for the end of the input; nobody writes it. */
    static final WorkerOrder END = new WorkerOrder(null, null, null);

    @JsonIgnore
    boolean isEnd() {
        return request == null && scene == null;
    }
}
