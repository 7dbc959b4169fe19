/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What is done to a host over time: malformed inputs in turn, load, dismissals, kills, dawdling clients, full disks.
 * Each works for as long as it is given, and tells the findings what it met.
 */
@NullMarked
package org.deepsalt.benchmarks.torture.attack;

import org.jspecify.annotations.NullMarked;
