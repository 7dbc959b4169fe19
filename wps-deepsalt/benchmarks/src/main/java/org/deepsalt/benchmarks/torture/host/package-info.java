/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Hosts that a campaign starts, kills and starts again: their process, their data directory, and what may lie in it.
 * Sends no requests but to ask whether a host is there.
 */
@NullMarked
package org.deepsalt.benchmarks.torture.host;

import org.jspecify.annotations.NullMarked;
