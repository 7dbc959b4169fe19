/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.util.Set;

/** Signatures as in GeoServer. */
public interface LayerInfo extends PublishedInfo {
    StyleInfo getDefaultStyle();

    void setDefaultStyle(StyleInfo defaultStyle);

    Set<StyleInfo> getStyles();

    ResourceInfo getResource();

    boolean enabled();
}
