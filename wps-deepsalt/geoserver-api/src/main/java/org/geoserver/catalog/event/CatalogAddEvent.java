/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog.event;

/** Signatures as in GeoServer. */
public interface CatalogAddEvent extends CatalogEvent {}
