/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Everything about a training run that is not data: the presets and the settings of each stage. They are values; what
 * acts on them lives with the stages.
 */
@NullMarked
package org.deepsalt.model.training.settings;

import org.jspecify.annotations.NullMarked;
