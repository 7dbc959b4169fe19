/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.util.Locale;
import java.util.Set;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.metadata.Identifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.datum.Datum;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import si.uom.SI;

/**
 * Which coordinate reference systems lead to the same places here as in PROJ, on which GDAL builds: projections and
 * shifts between datums whose answers were compared and differed by less than a metre. All others are refused, since a
 * wrong place looks like a right one. Stateless.
 */
final class CrsSupport {
    static final String REMEDY = ": bring it into another coordinate reference system with GDAL, such as"
            + " gdalwarp -t_srs EPSG:32612 in.tif out.tif for a raster or"
            + " ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson for points and polygons";

    /** Names of methods in small letters, as EPSG, OGC's WKT and GeoTIFF have them. */
    private static final Set<String> PROJECTIONS = Set.of(
            "transverse mercator",
            "transverse mercator (south orientated)",
            "lambert conformal conic",
            "lambert conformal conic 1sp",
            "lambert conformal conic 2sp",
            "lambert conic conformal (1sp)",
            "lambert conic conformal (2sp)",
            "lambert conic conformal (2sp belgium)",
            "lambert azimuthal equal area",
            "lambert azimuthal equal area (spherical)",
            "albers conic equal area",
            "albers equal area",
            "polar stereographic",
            "polar stereographic (variant a)",
            "polar stereographic (variant b)",
            "oblique stereographic",
            "stereographic",
            "mercator",
            "mercator 1sp",
            "mercator 2sp",
            "mercator (1sp)",
            "mercator (1sp) (spherical)",
            "mercator (variant a)",
            "mercator (variant b)",
            "popular visualisation pseudo mercator",
            "mercator auxiliary sphere",
            "equidistant cylindrical",
            "equidistant cylindrical (spherical)",
            "plate carree",
            "sinusoidal",
            "mollweide",
            "hotine oblique mercator",
            "hotine oblique mercator (variant a)",
            "hotine oblique mercator (variant b)",
            "krovak (north orientated)",
            "new zealand map grid",
            "cassini-soldner",
            "american polyconic",
            "azimuthal equidistant",
            "orthographic",
            "world van der grinten i");

    /**
     * EPSG codes of datums of one country each, whose usual shift to WGS 84 is one for all of it: Amersfoort, OSGB36,
     * CH1903, CH1903+, S-JTSK, NTF (Paris), GGRS87, Israel 1993, Belge 1972, WGS 72, RT90, HD72, Luxembourg, TM65,
     * Carthage.
     */
    private static final Set<String> COMPARED_DATUMS = Set.of(
            "6289", "6277", "6149", "6150", "6156", "6807", "6121", "6141", "6313", "6322", "6124", "6237", "6181",
            "6300", "6223");

    private static final double WGS84_AXIS = 6378137;
    private static final double WGS84_INVERSE_FLATTENING = 298.257223563;

    private CrsSupport() {}

    /** @throws DeepSaltException if the projection, if there is one, was not compared */
    static void requireProjection(CoordinateReferenceSystem crs) {
        if (crs instanceof ProjectedCRS projected) {
            String method =
                    projected.getConversionFromBase().getMethod().getName().getCode();
            if (!PROJECTIONS.contains(method.replace('_', ' ').toLowerCase(Locale.ROOT))) {
                throw new DeepSaltException("'" + Grid.name(crs) + "' has the projection '" + method
                        + "', whose places were not checked here" + REMEDY);
            }
        }
    }

    /**
     * Whether longitudes and latitudes keep their numbers on the way between two datums, as PROJ has it for spheres.
     */
    static boolean keepsDegrees(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        return !hasSameDatum(from, to)
                && (isSphere(from) || isSphere(to))
                && countsFromGreenwich(from)
                && countsFromGreenwich(to);
    }

    /** @throws DeepSaltException if the way from one datum to the other depends on the place, or is not known at all */
    static void requireShift(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        if (!hasSameDatum(from, to)) {
            requireNear(from);
            requireNear(to);
        }
    }

    private static boolean hasSameDatum(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        return !(from instanceof SingleCRS one)
                || !(to instanceof SingleCRS other)
                || CRS.equalsIgnoreMetadata(one.getDatum(), other.getDatum());
    }

    private static void requireNear(CoordinateReferenceSystem crs) {
        GeodeticDatum datum = datum(crs);
        if (datum == null || isNearWgs84(datum.getEllipsoid()) || COMPARED_DATUMS.contains(code(datum))) {
            return;
        }
        throw new DeepSaltException("'" + Grid.name(crs) + "' is on the datum '"
                + datum.getName().getCode()
                + "', from which no exact way to others is known here: it takes a grid of shifts or depends on the"
                + " place, and without it places would be off by tens of metres" + REMEDY);
    }

    /** Whether a CRS is on the datum WGS 84 itself. */
    static boolean isOnWgs84(CoordinateReferenceSystem crs) {
        return CRS.equalsIgnoreMetadata(datum(crs), DefaultGeographicCRS.WGS84.getDatum());
    }

    private static boolean isSphere(CoordinateReferenceSystem crs) {
        GeodeticDatum datum = datum(crs);
        return datum != null && datum.getEllipsoid().isSphere();
    }

    /** Numbers of degrees can only be kept where they are counted from the same meridian, on a datum that is known. */
    private static boolean countsFromGreenwich(CoordinateReferenceSystem crs) {
        GeodeticDatum datum = datum(crs);
        return datum != null
                && datum.getPrimeMeridian().getGreenwichLongitude() == 0
                && (datum.getEllipsoid().isSphere() || isNearWgs84(datum.getEllipsoid()));
    }

    /** GRS 80 and WGS 84 differ by a tenth of a millimetre. */
    private static boolean isNearWgs84(Ellipsoid ellipsoid) {
        double axis = ellipsoid.getAxisUnit().getConverterTo(SI.METRE).convert(ellipsoid.getSemiMajorAxis());
        return Math.abs(axis - WGS84_AXIS) < 0.01
                && Math.abs(ellipsoid.getInverseFlattening() - WGS84_INVERSE_FLATTENING) < 1e-3;
    }

    private static @Nullable GeodeticDatum datum(CoordinateReferenceSystem crs) {
        Datum datum = crs instanceof SingleCRS single ? single.getDatum() : null;
        return datum instanceof GeodeticDatum geodetic ? geodetic : null;
    }

    private static String code(GeodeticDatum datum) {
        return datum.getIdentifiers().stream()
                .findFirst()
                .map(Identifier::getCode)
                .orElse("");
    }

    /** The longitudes and latitudes under a projection; the CRS itself where it has none. */
    static CoordinateReferenceSystem base(CoordinateReferenceSystem crs) {
        return crs instanceof ProjectedCRS projected ? projected.getBaseCRS() : crs;
    }
}
