/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The samples that a request names.
 *
 * @param layer point layer
 * @param target attribute with the measured value; null where a request leaves it to the model
 * @param region attribute with the name of the region; null for {@code region} if the samples have it, otherwise
 *     regions are named after the scenes
 */
public record SampleRequest(
        String layer, @Nullable String target, @Nullable String region) {
    /** The target of a request that leaves none to the model. */
    public String requireTarget() {
        return Objects.requireNonNull(target, "the request names its target");
    }

    /** The same samples with a target, if the request names none. */
    public SampleRequest orTarget(String usual) {
        return target == null ? new SampleRequest(layer, usual, region) : this;
    }
}
