/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Damage to valid inputs by dice of a seed, and disks without room, for tests of readers and of hosts. Knows no format
 * but the first directory of a TIFF.
 */
@NullMarked
package org.deepsalt.world.damage;

import org.jspecify.annotations.NullMarked;
