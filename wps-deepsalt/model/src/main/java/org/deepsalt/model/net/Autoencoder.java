/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.List;
import org.deepsalt.model.net.layer.Dense;
import org.deepsalt.model.net.layer.Weights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The stacked autoencoder of one spectral domain (DeepSalt, arXiv 2510.23124): dense layers with a ReLU after each, the
 * code included, and the mirrored decoder. The paper's has n-1024-512-256-64 and a sigmoid at its end, so spectra must
 * be scaled to [0, 1].
 *
 * @param domain prefix of the parameters' names
 * @param inputs spectral channels
 * @param widths the encoder's layers, the code last
 * @param unbounded whether inputs may leave [0, 1], so that the decoder ends without a sigmoid
 */
public record Autoencoder(String domain, int inputs, List<Integer> widths, boolean unbounded) {
    public static final List<Integer> PAPER_WIDTHS = List.of(1024, 512, 256, 64);

    /** Numbers of a code. */
    public int codeSize() {
        return widths.get(widths.size() - 1);
    }

    /** Spectra {@code [n, inputs]} to codes {@code [n, codeSize]}. */
    public Operand<TFloat32> encode(Ops tf, Weights weights, Operand<TFloat32> spectra) {
        Operand<TFloat32> x = spectra;
        int size = inputs;
        for (int layer = 0; layer < widths.size(); layer++) {
            int width = widths.get(layer);
            x = tf.nn.relu(Dense.linear(tf, weights, domain + "/encoder/" + layer, x, size, width));
            size = width;
        }
        return x;
    }

    /** Codes {@code [n, codeSize]} to spectra {@code [n, inputs]}. */
    public Operand<TFloat32> decode(Ops tf, Weights weights, Operand<TFloat32> codes) {
        Operand<TFloat32> x = codes;
        int size = codeSize();
        for (int layer = widths.size() - 2; layer >= 0; layer--) {
            int width = widths.get(layer);
            x = tf.nn.relu(Dense.linear(tf, weights, domain + "/decoder/" + layer, x, size, width));
            size = width;
        }
        Operand<TFloat32> spectra = Dense.linear(tf, weights, domain + "/decoder/out", x, size, inputs);
        return unbounded ? spectra : tf.math.sigmoid(spectra);
    }
}
