/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Path;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jspecify.annotations.Nullable;

/** A layer of the catalog. Immutable. */
public sealed interface Layer permits RasterLayer, SeriesLayer, PointLayer {
    LayerInfo info();

    /** The files that hold the data. */
    List<Path> files();

    /** Bounding box in the layer's own CRS, east before north. */
    ReferencedEnvelope bounds();

    /** Bounding box in degrees of WGS 84, longitude before latitude. */
    ReferencedEnvelope geographicBounds();

    /** Identifier of the CRS such as {@code EPSG:32612}, null if it has none. */
    @Nullable
    String srs();

    default CoordinateReferenceSystem crs() {
        return bounds().getCoordinateReferenceSystem();
    }

    default String workspace() {
        return info().workspace();
    }

    default String name() {
        return info().name();
    }

    /** Name of workspace and layer such as {@code deepsalt:ece}. */
    default String prefixedName() {
        return info().workspace() + ":" + info().name();
    }
}
