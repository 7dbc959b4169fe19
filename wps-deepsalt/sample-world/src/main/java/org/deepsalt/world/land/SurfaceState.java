/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

/**
 * The state of the soil's uppermost millimetre, which a satellite sees and a laboratory does not.
 *
 * @param enrichment salt in the crust over salt in the soil, 5 to 50
 * @param film thickness of the water around the grains, in cm
 * @param wet share of the surface that is wet, 0 to 1
 * @param gain brightness from slope, roughness and shade of clods, about 1
 */
public record SurfaceState(double enrichment, double film, double wet, double gain) {}
