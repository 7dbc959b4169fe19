/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Points and polygons of GeoJSON texts with the coordinate reference systems that they name. Hosts read files and
 * inputs with it; it opens no layers.
 */
@NullMarked
package org.deepsalt.processes.geojson;

import org.jspecify.annotations.NullMarked;
