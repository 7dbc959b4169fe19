/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import org.deepsalt.model.pixels.Pixels;

/**
 * The labelled and unlabelled pixels that a training gets from its scenes.
 *
 * @param labelled pixels under the points that lie on bare soil
 * @param unlabelled a random choice of bare-soil pixels, each in a region named after its scene
 */
public record TrainingPixels(LabelledPixels labelled, Pixels unlabelled) {}
