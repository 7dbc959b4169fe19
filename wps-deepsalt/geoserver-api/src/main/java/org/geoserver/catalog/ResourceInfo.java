/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;

/** Signatures as in GeoServer. */
public interface ResourceInfo extends CatalogInfo {
    String getName();

    String getTitle();

    void setTitle(String title);

    String getAbstract();

    void setAbstract(String text);

    void setDescription(String description);

    List<KeywordInfo> getKeywords();

    List<MetadataLinkInfo> getMetadataLinks();

    ReferencedEnvelope getLatLonBoundingBox();

    void setLatLonBoundingBox(ReferencedEnvelope box);

    ReferencedEnvelope getNativeBoundingBox();

    void setNativeBoundingBox(ReferencedEnvelope box);

    String getSRS();

    void setSRS(String srs);

    CoordinateReferenceSystem getNativeCRS();

    void setNativeCRS(CoordinateReferenceSystem nativeCRS);

    CoordinateReferenceSystem getCRS();

    MetadataMap getMetadata();

    StoreInfo getStore();
}
