/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

/**
 * Which samples a request means.
 *
 * @param layer point layer
 * @param target attribute with the measured value; null where a request leaves it to the model
 * @param region attribute with the name of the region; null for {@code region} if the samples have it, otherwise
 *     regions are named after the scenes
 */
public record SampleRequest(String layer, String target, String region) {
    /** The same samples with a target, if the request names none. */
    public SampleRequest orTarget(String usual) {
        return target == null ? new SampleRequest(layer, usual, region) : this;
    }
}
