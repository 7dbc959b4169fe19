/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Malformed inputs, a class for each kind: the same seed sends the same request. Judges no answers.
 */
@NullMarked
package org.deepsalt.benchmarks.torture.malformed;

import org.jspecify.annotations.NullMarked;
