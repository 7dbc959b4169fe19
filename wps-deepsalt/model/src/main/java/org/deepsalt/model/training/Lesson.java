/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import org.deepsalt.model.spectra.Matrix;

/**
 * A teacher's pass over some codes: what the student shall imitate.
 *
 * @param hidden the token after each of the teacher's layers, one row per code
 * @param mean expected logarithm of the target, one column
 * @param scale its standard deviation, one column
 */
record Lesson(List<Matrix> hidden, Matrix mean, Matrix scale) {}
