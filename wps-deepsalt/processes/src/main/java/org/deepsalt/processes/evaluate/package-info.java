/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * {@code deepsalt:EvaluateModel}: its request, the comparison of a model's estimates with measured samples and its
 * report. The figures themselves are computed on the model floor.
 */
@NullMarked
package org.deepsalt.processes.evaluate;

import org.jspecify.annotations.NullMarked;
