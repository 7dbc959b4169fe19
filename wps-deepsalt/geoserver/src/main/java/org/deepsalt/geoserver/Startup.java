/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import org.deepsalt.geoserver.publish.Journal;
import org.geoserver.platform.ContextLoadedEvent;
import org.springframework.context.ApplicationListener;

/** Deletes what interrupted publications left, when the catalog is loaded and no request is answered yet. */
public final class Startup implements ApplicationListener<ContextLoadedEvent> {
    private final Journal journal;

    /** @param journal of publications in progress */
    public Startup(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void onApplicationEvent(ContextLoadedEvent event) {
        journal.sweep();
    }
}
