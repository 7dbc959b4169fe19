/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import java.nio.file.Path;
import org.deepsalt.model.store.ModelStore;

/** The models beside the one of a batch. */
final class BatchModels {
    private BatchModels() {}

    static ModelStore of(BatchRequest request) {
        Path folder = request.model().toAbsolutePath().normalize();
        return new ModelStore(folder.resolveSibling(""));
    }
}
