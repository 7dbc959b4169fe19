/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Series of maps by their days, each an ImageMosaic of GeoServer: folder, index, and what all maps of one have in
 * common. Nothing here adds a layer to the catalog.
 */
@NullMarked
package org.deepsalt.geoserver.series;

import org.jspecify.annotations.NullMarked;
