/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.layer.Parameters;

/**
 * An encoder without training: the first numbers of the scaled spectrum are the code. It is what a learned one is
 * compared with in the paper's ablations.
 */
final class TruncatedEncoder {
    private TruncatedEncoder() {}

    /** Kernels that pass on the first {@code codeSize()} channels; no number is below 0, so a ReLU changes none. */
    static Parameters of(Autoencoder net) {
        Parameters parameters = new Parameters(0);
        int inputs = net.inputs();
        for (int layer = 0; layer < net.widths().size(); layer++) {
            int outputs = net.widths().get(layer);
            float[] kernel = new float[Math.multiplyExact(inputs, outputs)];
            for (int i = 0; i < Math.min(net.codeSize(), inputs); i++) {
                kernel[i * outputs + i] = 1;
            }
            String name = net.domain() + "/encoder/" + layer;
            parameters.put(name + "/kernel", kernel);
            parameters.put(name + "/bias", new float[outputs]);
            inputs = outputs;
        }
        return parameters;
    }
}
