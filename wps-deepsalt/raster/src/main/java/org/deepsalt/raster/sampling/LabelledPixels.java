/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.Map;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.raster.scene.MaskReason;

/**
 * The pixels under points where the target was measured.
 *
 * @param pixels those that are bare soil, in the order of the points; their places are the centres of the pixels
 * @param labels the points' values, in step
 * @param dropped points that gave no pixel, by reason; {@link MaskReason#OUTSIDE_REGION} where no scene has them
 */
public record LabelledPixels(Pixels pixels, float[] labels, Map<MaskReason, Long> dropped) {}
