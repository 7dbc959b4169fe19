/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Reflectance of soils, minerals, water films and plants in the sensor's bands, 0 to 1. Knows no atmosphere and no
 * file.
 */
@NullMarked
package org.deepsalt.world.satellite.ground;

import org.jspecify.annotations.NullMarked;
