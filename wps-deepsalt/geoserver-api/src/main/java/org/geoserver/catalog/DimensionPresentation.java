/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

/** Constants as in GeoServer. */
public enum DimensionPresentation {
    LIST,
    DISCRETE_INTERVAL,
    CONTINUOUS_INTERVAL
}
