/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The training of a model from the first check to the evaluation on held-out pixels: {@link
 * org.deepsalt.model.training.ModelTrainer} runs the stages that the packages below hold. Nothing here reads a file or
 * knows a scene.
 */
@NullMarked
package org.deepsalt.model.training;

import org.jspecify.annotations.NullMarked;
