/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * Transforms between coordinate reference systems that lead where PROJ leads. GeoTools sets a sphere into the middle of
 * an ellipsoid, which moves latitudes by up to 0.19 degrees, 21 km; PROJ, like the makers of such maps, keeps the
 * latitudes. Stateless.
 */
final class CrsTransforms {
    private CrsTransforms() {}

    /**
     * Finds a transform.
     *
     * @param from east before north, as is {@code to}
     * @throws DeepSaltException if there is none, or none that leads to the right place for sure
     */
    static MathTransform between(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        CoordinateReferenceSystem start = CRS.getHorizontalCRS(from) == null ? from : CRS.getHorizontalCRS(from);
        CoordinateReferenceSystem end = CRS.getHorizontalCRS(to) == null ? to : CRS.getHorizontalCRS(to);
        try {
            if (CRS.equalsIgnoreMetadata(start, end)) {
                return CRS.findMathTransform(start, end, true);
            }
            CrsSupport.requireProjection(start);
            CrsSupport.requireProjection(end);
            if (CrsSupport.keepsDegrees(start, end)) {
                return keepingDegrees(start, end);
            }
            CrsSupport.requireShift(start, end);
            // The way to WGS 84 and the way back are one in PROJ; GeoTools may choose another shift for each.
            return CrsSupport.isOnWgs84(start) && !CrsSupport.isOnWgs84(end)
                    ? CRS.findMathTransform(end, start, true).inverse()
                    : CRS.findMathTransform(start, end, true);
        } catch (FactoryException | NoninvertibleTransformException e) {
            throw new DeepSaltException(
                    "no transform leads from '" + Grid.name(from) + "' to '" + Grid.name(to)
                            + "': give the layer in another coordinate reference system",
                    e);
        }
    }

    private static MathTransform keepingDegrees(CoordinateReferenceSystem from, CoordinateReferenceSystem to)
            throws FactoryException, NoninvertibleTransformException {
        if (!(CrsSupport.base(from) instanceof GeographicCRS base)
                || !(CrsSupport.base(to) instanceof GeographicCRS target)) {
            return CRS.findMathTransform(from, to, true);
        }
        GeographicCRS renamed = onDatum(base, target);
        return ReferencingFactoryFinder.getMathTransformFactory(null)
                .createConcatenatedTransform(
                        CRS.findMathTransform(from, base, true), CRS.findMathTransform(renamed, to, true));
    }

    /** The same longitudes and latitudes on the datum of others. */
    static GeographicCRS onDatum(GeographicCRS degrees, GeographicCRS other) {
        return new DefaultGeographicCRS(degrees.getName().getCode(), other.getDatum(), degrees.getCoordinateSystem());
    }
}
