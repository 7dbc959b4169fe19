/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import javax.measure.IncommensurableException;
import javax.measure.UnconvertibleException;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import si.uom.SI;

/** Arithmetic of longitudes, which come round: after a full turn they name the same meridian. Stateless. */
public final class Longitudes {
    private static final double TURN = 360;

    private Longitudes() {}

    /** A full turn in the units of a CRS, 360 where those are degrees; 0 where its coordinates are no longitudes. */
    public static double turn(CoordinateReferenceSystem crs) {
        return crs instanceof GeographicCRS ? 2 * Math.PI / radians(crs) : 0;
    }

    /** Radians of one unit of a CRS of longitudes and latitudes. */
    static double radians(CoordinateReferenceSystem crs) {
        try {
            return crs.getCoordinateSystem()
                    .getAxis(0)
                    .getUnit()
                    .getConverterToAny(SI.RADIAN)
                    .convert(1);
        } catch (IncommensurableException | UnconvertibleException e) {
            throw new DeepSaltException(
                    "'" + Grid.name(crs) + "' has longitudes that are no angles: give the layer in another coordinate"
                            + " reference system",
                    e);
        }
    }

    /** The name of a meridian that is nearest to another longitude; degrees. */
    public static double near(double longitude, double other) {
        return other + Math.IEEEremainder(longitude - other, TURN);
    }

    /** The name of a meridian from -180 to 180; degrees. */
    public static double plain(double longitude) {
        return Math.abs(longitude) <= TURN / 2 ? longitude : near(longitude, 0);
    }
}
