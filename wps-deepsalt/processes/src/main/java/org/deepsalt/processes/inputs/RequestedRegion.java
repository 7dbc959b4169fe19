/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.CrsCodes;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.CRS.AxisOrder;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The region of a request in a coordinate reference system with the east before the north.
 *
 * @param polygon in that system
 * @param crs the one that the geometry names, by itself or by its SRID; longitude and latitude if it names none
 */
public record RequestedRegion(Geometry polygon, CoordinateReferenceSystem crs) {

    /**
     * Finds out in which CRS a geometry is. GML names one with the authority's order of axes, such as latitude before
     * longitude, and gives its coordinates in that order; they are swapped here.
     *
     * @throws DeepSaltException if its SRID is unknown
     */
    public static RequestedRegion of(Geometry region) {
        if (!(region.getUserData() instanceof CoordinateReferenceSystem crs)) {
            return new RequestedRegion(region, bySrid(region.getSRID()));
        }
        if (CRS.getAxisOrder(crs) != AxisOrder.NORTH_EAST) {
            return new RequestedRegion(region, crs);
        }
        Geometry swapped = region.copy();
        swapped.apply((Coordinate corner) -> {
            double north = corner.x;
            corner.x = corner.y;
            corner.y = north;
        });
        swapped.geometryChanged();
        return new RequestedRegion(swapped, eastFirst(crs));
    }

    private static CoordinateReferenceSystem bySrid(int srid) {
        if (srid == 0 || srid == 4326) {
            return DefaultGeographicCRS.WGS84;
        }
        try {
            return CrsCodes.eastFirst("EPSG:" + srid);
        } catch (FactoryException e) {
            throw new DeepSaltException(
                    "the region's SRID " + srid + " is unknown: give it in longitude and latitude", e);
        }
    }

    private static CoordinateReferenceSystem eastFirst(CoordinateReferenceSystem crs) {
        try {
            Integer code = CRS.lookupEpsgCode(crs, false);
            if (code != null) {
                return CrsCodes.eastFirst("EPSG:" + code);
            }
        } catch (FactoryException e) {
            throw unordered(crs, e);
        }
        throw unordered(crs, null);
    }

    private static DeepSaltException unordered(CoordinateReferenceSystem crs, @Nullable FactoryException cause) {
        return new DeepSaltException(
                "the region is in '" + crs.getName().getCode() + "', which has the north before the east and no code of"
                        + " EPSG: give it in longitude and latitude",
                cause);
    }

    /**
     * The region's pixels of a grid.
     *
     * @throws DeepSaltException if it is no polygon or holds no pixel of the grid
     */
    public RegionMask on(Grid scene, Progress progress) {
        return new RegionMask(scene, polygon, crs, progress);
    }
}
