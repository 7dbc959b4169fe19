/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The methods that a model is compared with: those that soil mappers use, tuned by cross validation on the same
 * labels, with and without the laboratory's EC as weak labels. They learn the natural logarithm of ECe and predict in
 * dS/m. A {@link org.deepsalt.model.baselines.TunedBaseline} joins a way to describe a pixel ({@link
 * org.deepsalt.model.baselines.features.FeatureMaker}) and a method ({@link
 * org.deepsalt.model.baselines.regression.RegressionMethod}); the settings of both are hyperparameters of one search.
 * Nothing here knows the networks or their training.
 */
@NullMarked
package org.deepsalt.model.baselines;

import org.jspecify.annotations.NullMarked;
