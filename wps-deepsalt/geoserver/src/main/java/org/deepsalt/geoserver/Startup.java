/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import org.deepsalt.geoserver.publish.Journal;
import org.deepsalt.model.store.ModelStore;
import org.geoserver.platform.ContextLoadedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Ends what a crash interrupted, publications and the storing of models, when the catalog is loaded and no request is
 * answered yet.
 */
public final class Startup implements ApplicationListener<ContextLoadedEvent> {
    private final Journal journal;
    private final ModelStore models;

    /**
     * Prepares the start.
     *
     * @param journal of publications in progress
     * @param models of this server
     */
    public Startup(Journal journal, ModelStore models) {
        this.journal = journal;
        this.models = models;
    }

    @Override
    public void onApplicationEvent(ContextLoadedEvent event) {
        journal.sweep();
        models.restore();
    }
}
