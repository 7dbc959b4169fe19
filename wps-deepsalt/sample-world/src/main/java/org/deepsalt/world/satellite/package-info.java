/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What EnMAP would see of a world: footprint, overpass, sky, sensor and the scene they make. Surface reflectance is
 * {@code satellite.ground}, files are {@code satellite.product}.
 */
@NullMarked
package org.deepsalt.world.satellite;

import org.jspecify.annotations.NullMarked;
