/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * A generator of synthetic worlds with known salinity, for trying, testing and benchmarking:
 * {@link org.deepsalt.world.SampleWorld} is the way in. Nothing that estimates may depend on it.
 */
@NullMarked
package org.deepsalt.world;

import org.jspecify.annotations.NullMarked;
