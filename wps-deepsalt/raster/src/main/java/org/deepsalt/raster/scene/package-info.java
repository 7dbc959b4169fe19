/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * An EnMAP scene as an estimation reads it: usable bands, covariates on its grid, and the masks that say which pixels
 * are bare soil. Knows no model beyond its wanted bands.
 */
@NullMarked
package org.deepsalt.raster.scene;

import org.jspecify.annotations.NullMarked;
