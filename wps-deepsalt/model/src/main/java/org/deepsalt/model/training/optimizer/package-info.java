/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * A TensorFlow graph that is trained: Adam, epochs, schedules, and tasks that run in parallel. It knows no soil and no
 * stage.
 */
@NullMarked
package org.deepsalt.model.training.optimizer;

import org.jspecify.annotations.NullMarked;
