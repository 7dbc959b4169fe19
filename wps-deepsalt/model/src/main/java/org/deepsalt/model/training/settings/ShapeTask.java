/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

/**
 * The auxiliary task of the satellite autoencoder: its code shall also predict the first principal components of the
 * spectrum's shape, all of equal weight.
 * An autoencoder alone spends its code on brightness, where most of the variance lies; salts show in narrow bands and
 * slopes, where little of it does.
 *
 * @param scores components to predict, 0 for none
 * @param weight of their mean squared error beside that of the spectrum
 */
public record ShapeTask(int scores, float weight) {
    /** The spectrum alone, as published. */
    public static final ShapeTask NONE = new ShapeTask(0, 0);
}
