/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.ReferencedEnvelope;

/**
 * Boxes around the same place in another CRS, for drawing and for documents: where longitudes and latitudes keep their
 * numbers between a sphere and an ellipsoid, as in {@link CrsPath}, and otherwise GeoTools' own, which know of poles.
 * Stateless.
 */
public final class CrsBox {
    private static final int POINTS_PER_SIDE = 20;

    private CrsBox() {}

    /**
     * A box that contains all of another one.
     *
     * @param to east before north, as is the box
     * @throws TransformException if parts of the box have no place in the other CRS
     */
    public static ReferencedEnvelope transform(ReferencedEnvelope box, CoordinateReferenceSystem to)
            throws TransformException, FactoryException {
        CoordinateReferenceSystem from = box.getCoordinateReferenceSystem();
        if (CrsSupport.keepsDegrees(from, to)
                && CrsSupport.base(from) instanceof GeographicCRS base
                && CrsSupport.base(to) instanceof GeographicCRS target) {
            ReferencedEnvelope degrees = box.transform(base, true, POINTS_PER_SIDE);
            return new ReferencedEnvelope(degrees, CrsTransforms.onDatum(base, target))
                    .transform(to, true, POINTS_PER_SIDE);
        }
        return box.transform(to, true, POINTS_PER_SIDE);
    }
}
