/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.Map;
import org.deepsalt.model.training.Pixels;
import org.deepsalt.raster.scene.MaskReason;

/**
 * What the scenes give to learn from.
 *
 * @param labelled pixels under the points that lie on bare soil, in the order of the points
 * @param labels their values
 * @param unlabelled a random choice of bare-soil pixels
 * @param dropped points that gave no pixel, by reason; {@link MaskReason#OUTSIDE_REGION} where no scene has them
 */
public record TrainingPixels(Pixels labelled, float[] labels, Pixels unlabelled, Map<MaskReason, Long> dropped) {}
