/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Error measures of predictions, overall and in groups, with their sources. They are pure functions of numbers and
 * classes, and know no model.
 */
@NullMarked
package org.deepsalt.model.metrics;

import org.jspecify.annotations.NullMarked;
