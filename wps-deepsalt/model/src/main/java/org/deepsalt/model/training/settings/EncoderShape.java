/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import java.util.List;
import org.deepsalt.model.net.Autoencoder;

/**
 * Sizes of the encoders' inputs and layers.
 *
 * @param scores principal components of the spectrum that an encoder is fed with, at most; 0 for the spectrum itself
 * @param widths of its layers, the code last
 */
public record EncoderShape(int scores, List<Integer> widths) {
    /** As published: the spectrum itself, 0.9 million multiplications for one of EnMAP. */
    public static final EncoderShape PAPER = new EncoderShape(0, Autoencoder.PAPER_WIDTHS);

    /**
     * From 64 principal components, with a twentieth of the published multiplications. Most of a soil's spectrum is
     * brightness; the components, each as important as the others, keep an autoencoder from spending its code on it.
     */
    public static final EncoderShape LIGHT = new EncoderShape(64, List.of(256, 64));

    /** Numbers of a code. */
    public int codeSize() {
        return widths.get(widths.size() - 1);
    }
}
