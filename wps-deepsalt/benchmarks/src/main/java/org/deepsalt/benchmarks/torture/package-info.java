/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * A campaign against a host: which attacks, in which order, for how long. Each attack has a room of its own below, and
 * nothing of the product depends on any of it.
 */
@NullMarked
package org.deepsalt.benchmarks.torture;

import org.jspecify.annotations.NullMarked;
