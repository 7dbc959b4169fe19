/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a scene. */
public enum JobStatus {
    /** It has a result. */
    @JsonProperty("done")
    DONE,
    /** It was refused, and the reason is known; the next run tries it again. */
    @JsonProperty("failed")
    FAILED,
    /** It ended the process twice; it is left out until somebody asks for it again. */
    @JsonProperty("given-up")
    GIVEN_UP,
    /** Nobody came to it before the run was stopped. */
    @JsonProperty("pending")
    PENDING
}
