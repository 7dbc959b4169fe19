/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.CrsBox;
import org.deepsalt.raster.grid.CrsCodes;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;

/** Coordinate reference systems with the east before the north, as files of coordinates have them. Stateless. */
public final class Crs {
    private Crs() {}

    /**
     * The CRS of a code such as {@code EPSG:32612}.
     *
     * @throws DeepSaltException if there is none
     */
    static CoordinateReferenceSystem decode(String code) {
        try {
            return CrsCodes.eastFirst(code);
        } catch (FactoryException e) {
            throw new DeepSaltException("'" + code + "' is no known coordinate reference system", e);
        }
    }

    /** The code of a CRS, null if the EPSG database has none like it. */
    public static @Nullable String identifier(CoordinateReferenceSystem crs) {
        try {
            return CRS.lookupIdentifier(crs, true);
        } catch (FactoryException e) {
            throw new DeepSaltException("the EPSG database cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Transforms a box to longitude and latitude (WGS 84); the box that is returned contains all of it.
     *
     * @throws DeepSaltException if parts of the box have no longitude and latitude
     */
    public static ReferencedEnvelope geographic(ReferencedEnvelope bounds) {
        try {
            return CrsBox.transform(bounds, DefaultGeographicCRS.WGS84);
        } catch (TransformException | FactoryException e) {
            throw new DeepSaltException(
                    "the area " + bounds + " cannot be transformed to longitude and latitude: " + e.getMessage(), e);
        }
    }
}
