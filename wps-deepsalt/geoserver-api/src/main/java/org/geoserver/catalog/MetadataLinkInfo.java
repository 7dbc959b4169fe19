/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

/** Signatures as in GeoServer. */
public interface MetadataLinkInfo {
    String getType();

    void setType(String type);

    String getMetadataType();

    void setMetadataType(String metadataType);

    String getContent();

    void setContent(String content);
}
