/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * {@code deepsalt:TrainModel}: its request, the collection of training data, the card of the new model and the report.
 * How a network is trained is the model floor's.
 */
@NullMarked
package org.deepsalt.processes.train;

import org.jspecify.annotations.NullMarked;
