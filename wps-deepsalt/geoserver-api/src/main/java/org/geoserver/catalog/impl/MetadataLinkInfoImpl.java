/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog.impl;

import org.geoserver.catalog.MetadataLinkInfo;

/** Signatures as in GeoServer. */
public class MetadataLinkInfoImpl implements MetadataLinkInfo {
    @Override
    public String getType() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setType(String type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getMetadataType() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setMetadataType(String metadataType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getContent() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setContent(String content) {
        throw new UnsupportedOperationException();
    }
}
