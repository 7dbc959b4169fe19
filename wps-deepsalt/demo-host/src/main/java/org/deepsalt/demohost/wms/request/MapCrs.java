/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.raster.grid.CrsCodes;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CRSAuthorityFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.geotools.util.factory.Hints;
import org.jspecify.annotations.Nullable;

/**
 * The CRS of a map. Immutable.
 *
 * @param code as the request gave it
 * @param crs with the east before the north, whatever the authority says
 * @param northFirst whether version 1.3.0 gives the north before the east
 */
public record MapCrs(String code, CoordinateReferenceSystem crs, boolean northFirst) {
    private static final Pattern EPSG = Pattern.compile("EPSG:([0-9]{1,7})", Pattern.CASE_INSENSITIVE);
    private static final CRSAuthorityFactory AS_DEFINED = ReferencingFactoryFinder.getCRSAuthorityFactory(
            "EPSG", new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, false));
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,20}:[A-Za-z0-9,.-]{1,80}");

    /**
     * Looks up a CRS.
     *
     * @throws OwsException if there is none of that code
     */
    public static MapCrs decode(String code, WmsVersion version) {
        try {
            Matcher epsg = EPSG.matcher(code);
            if (epsg.matches()) {
                CRS.AxisOrder order = CRS.getAxisOrder(AS_DEFINED.createCoordinateReferenceSystem(epsg.group(1)));
                return new MapCrs(code, CrsCodes.eastFirst("EPSG:" + epsg.group(1)), order == CRS.AxisOrder.NORTH_EAST);
            }
            if (CODE.matcher(code).matches()) {
                return new MapCrs(code, CrsCodes.eastFirst(code), false);
            }
        } catch (FactoryException e) {
            CrsCodes.requireDatabase();
            throw unknown(code, version, e);
        }
        throw unknown(code, version, null);
    }

    private static OwsException unknown(String code, WmsVersion version, @Nullable FactoryException cause) {
        return new OwsException(
                version.invalidCrs(),
                version.crsParameter(),
                "'" + code + "' is no known coordinate reference system: give a code such as EPSG:3857",
                cause);
    }

    /** Whether a version gives the north before the east. */
    boolean isSwapped(WmsVersion version) {
        return version == WmsVersion.V1_3_0 && northFirst;
    }

    /**
     * The corners of a box in the order of coordinates of a version.
     *
     * @param box east first
     * @return minimum of the first and of the second coordinate, then their maxima
     */
    public double[] corners(ReferencedEnvelope box, WmsVersion version) {
        return isSwapped(version)
                ? new double[] {box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX()}
                : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }
}
