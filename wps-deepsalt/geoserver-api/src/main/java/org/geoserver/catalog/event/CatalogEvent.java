/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog.event;

import org.geoserver.catalog.CatalogInfo;

/** Signatures as in GeoServer. */
public interface CatalogEvent {
    CatalogInfo getSource();
}
