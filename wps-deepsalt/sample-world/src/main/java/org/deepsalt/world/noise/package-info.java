/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Random numbers by address: hashes, the normal distribution, and random fields over the plane. */
package org.deepsalt.world.noise;
