/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What a model has to beat: the methods that soil mappers use, tuned by cross validation on the same labels, with and
 * without the laboratory's EC as weak labels. They learn the natural logarithm of ECe and answer in dS/m. A
 * {@link org.deepsalt.model.baselines.TunedBaseline} joins a way to describe a pixel
 * ({@link org.deepsalt.model.baselines.features.FeatureMaker}) and a method ({@link
 * org.deepsalt.model.baselines.regression.RegressionMethod}); the settings of both are hyperparameters of one search.
 */
package org.deepsalt.model.baselines;
