/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import org.deepsalt.geoserver.catalog.Journal;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/** Clears away what a crash left, when the catalog is loaded and nobody publishes yet. */
public final class Startup implements ApplicationListener<ContextRefreshedEvent> {
    private final Journal journal;

    public Startup(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        journal.sweep();
    }
}
