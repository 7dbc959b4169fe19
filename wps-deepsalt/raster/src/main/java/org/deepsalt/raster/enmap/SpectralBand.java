/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import org.deepsalt.model.spectra.Band;

/**
 * A band of a scene: reflectance = number in the file x gain + offset.
 *
 * @param band where in the spectrum
 * @param gain factor
 * @param offset added after the factor
 * @param hasData false for bands that are filled with nodata throughout, as EnMAP's in deep water vapour are
 */
public record SpectralBand(Band band, double gain, double offset, boolean hasData) {}
