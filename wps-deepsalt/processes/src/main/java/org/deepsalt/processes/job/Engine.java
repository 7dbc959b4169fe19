/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import org.deepsalt.model.DetachedTask;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;

/**
 * Loads TensorFlow and models for a request that may be cancelled meanwhile. What is being loaded then is loaded to its
 * end and is there for the next request. Stateless.
 */
public final class Engine {
    private Engine() {}

    /** Starts TensorFlow; see {@link TensorFlow#start}. */
    public static String start(EngineSettings settings, Progress progress) {
        return DetachedTask.run(progress, 0, "starting TensorFlow", () -> TensorFlow.start(settings), device -> {});
    }

    /** Loads a model, which the caller closes; see {@link ModelStore#load}. */
    public static Estimator load(LayerCatalog catalog, ModelCard card, Progress progress) {
        ModelStore models = catalog.models();
        return DetachedTask.run(progress, 0.5, "loading model " + card.id(), () -> models.load(card), Estimator::close);
    }
}
