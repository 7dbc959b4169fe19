/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.platform;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ApplicationContextEvent;

/** Signatures as in GeoServer. */
public class ContextLoadedEvent extends ApplicationContextEvent {
    private static final long serialVersionUID = 1;

    public ContextLoadedEvent(ApplicationContext source) {
        super(source);
    }
}
