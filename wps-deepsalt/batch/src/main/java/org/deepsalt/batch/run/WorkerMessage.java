/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.deepsalt.batch.job.JobRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line that a worker writes: that it is ready, how far it is, or what became of its scene.
 *
 * @param ready said once, before the first scene
 * @param fraction of the scene that is done, 0 to 1
 * @param record of the scene, after which the next one may come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkerMessage(
        @Nullable Boolean ready,
        @Nullable Double fraction,
        @Nullable JobRecord record) {}
