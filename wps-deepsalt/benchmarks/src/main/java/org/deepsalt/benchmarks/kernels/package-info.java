/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The parts that take the time of an estimation, each by itself, measured with JMH. Uses an untrained network, so its
 * answers mean nothing.
 */
@NullMarked
package org.deepsalt.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
