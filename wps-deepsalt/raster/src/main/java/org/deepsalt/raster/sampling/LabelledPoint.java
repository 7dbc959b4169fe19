/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import org.jspecify.annotations.Nullable;

/**
 * A place where the target was measured.
 *
 * @param longitude WGS 84 degrees
 * @param latitude WGS 84 degrees
 * @param value of the target in its unit
 * @param region that it lies in; null for the one named after the scene that it is found in
 */
public record LabelledPoint(
        double longitude,
        double latitude,
        float value,
        @Nullable String region) {}
