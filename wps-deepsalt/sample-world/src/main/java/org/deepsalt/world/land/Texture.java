/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

/**
 * Grain sizes of a soil, in percent of the fine earth; silt is the rest.
 *
 * @param sand 0.05 to 2 mm
 * @param clay below 0.002 mm
 */
public record Texture(double sand, double clay) {}
