/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Stages 4 and 5: the teacher, the student, the ensemble that the student may be distilled from, and its stacking with
 * support vectors. The encoders come trained and stay as they are.
 */
@NullMarked
package org.deepsalt.model.training.distillation;

import org.jspecify.annotations.NullMarked;
