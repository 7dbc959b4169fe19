/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import org.deepsalt.model.Problems;
import org.deepsalt.model.store.ModelStore;

/**
 * Id and title of the model that a training makes.
 *
 * @param title for people
 * @param synthetic whether it is trained on synthetic data, which its card and its maps then say
 * @param overwrite whether a model of the same id may be replaced
 */
record NewModel(String id, String title, boolean synthetic, boolean overwrite) {

    void check(ModelStore models, Problems problems) {
        problems.attempt(() -> {
            ModelStore.requireValid(id);
            return id;
        });
        if (!overwrite && models.has(id)) {
            problems.add("model '" + id + "' exists already: choose another id or set overwrite=true");
        }
    }
}
