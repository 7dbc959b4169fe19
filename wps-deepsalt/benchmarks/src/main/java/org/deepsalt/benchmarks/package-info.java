/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Measures whole estimations of synthetic scenes through the public command line, and puts beside them what the same
 * machine needs for the two things that cannot be saved: reading the file and multiplying the numbers. Nothing depends
 * on it, and it is shipped with nothing.
 */
@NullMarked
package org.deepsalt.benchmarks;

import org.jspecify.annotations.NullMarked;
