/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Measures how much one JVM estimates in a second, with several scenes at once and with several threads for one, and
 * how long its threads wait for each other.
 */
@NullMarked
package org.deepsalt.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
