/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Laboratory libraries of mid-infrared or Vis-NIR spectra: columns, units, conversion to absorbance on the model's
 * wavenumbers or to reflectance, and everything that is wrong with a file. It trains nothing and knows no scene.
 */
@NullMarked
package org.deepsalt.model.library;

import org.jspecify.annotations.NullMarked;
