/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The ground: soils, salts and what grows and flows on them, as functions of the place. Knows no instrument and no
 * file.
 */
@NullMarked
package org.deepsalt.world.land;

import org.jspecify.annotations.NullMarked;
