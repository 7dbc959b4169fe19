/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * {@code deepsalt:ListModels} and {@code deepsalt:DescribeModel}: the models of a host and their cards, as JSON and as
 * Markdown. Trains and changes nothing.
 */
@NullMarked
package org.deepsalt.processes.models;

import org.jspecify.annotations.NullMarked;
