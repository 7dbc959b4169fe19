/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Experiments with the science on synthetic worlds whose truth is known everywhere: tables and charts of errors by
 * variant. Measures errors, not time.
 */
@NullMarked
package org.deepsalt.benchmarks.experiments;

import org.jspecify.annotations.NullMarked;
