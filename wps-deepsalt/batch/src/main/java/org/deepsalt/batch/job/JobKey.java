/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import org.deepsalt.model.store.Hash;

/** The name of a result: a hash of all that went in. Who computes it anywhere finds what was computed elsewhere. */
final class JobKey {
    private static final int DIGITS = 32;

    private JobKey() {}

    /**
     * The key of a result.
     *
     * @param batch {@link BatchRequest#hash}
     * @param scene {@link org.deepsalt.batch.scene.SceneSource#contentHash}
     */
    static String of(String batch, String scene) {
        return Hash.ofText(batch + "\n" + scene).substring(0, DIGITS);
    }
}
