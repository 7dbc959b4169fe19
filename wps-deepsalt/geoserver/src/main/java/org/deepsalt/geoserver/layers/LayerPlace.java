/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import org.geoserver.catalog.CoverageInfo;
import org.geotools.api.coverage.grid.GridGeometry;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;

/**
 * Where a layer lies.
 *
 * @param srs code of the CRS, such as EPSG:32612
 * @param nativeBox in the native CRS
 * @param geographicBox in WGS 84, longitude first
 */
public record LayerPlace(
        CoordinateReferenceSystem nativeCrs,
        String srs,
        ReferencedEnvelope nativeBox,
        ReferencedEnvelope geographicBox,
        GridGeometry grid) {
    /** Reads the place of a coverage. */
    public static LayerPlace of(CoverageInfo coverage) {
        return new LayerPlace(
                coverage.getNativeCRS(),
                coverage.getSRS(),
                coverage.getNativeBoundingBox(),
                coverage.getLatLonBoundingBox(),
                coverage.getGrid());
    }

    /** Sets it in a coverage, which the caller saves. */
    public void putInto(CoverageInfo coverage) {
        coverage.setNativeCRS(nativeCrs);
        coverage.setSRS(srs);
        coverage.setNativeBoundingBox(nativeBox);
        coverage.setLatLonBoundingBox(geographicBox);
        coverage.setGrid(grid);
    }
}
