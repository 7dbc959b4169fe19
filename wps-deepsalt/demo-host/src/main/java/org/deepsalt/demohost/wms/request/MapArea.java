/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.request;

import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.raster.grid.Grid;

/**
 * The area that a map shows, its CRS and its size in pixels. Immutable.
 *
 * @param grid pixels of the map, east first
 */
public record MapArea(MapCrs crs, Grid grid) {
    private static final int CORNERS = 4;

    /**
     * Reads CRS, BBOX, WIDTH and HEIGHT.
     *
     * @throws OwsException if one of them is missing or wrong, or the picture would be too large
     */
    public static MapArea parse(Parameters parameters, WmsVersion version, WmsLimits limits) {
        MapCrs crs = MapCrs.decode(parameters.required(version.crsParameter(), "a code such as EPSG:3857"), version);
        int width = side(parameters, "width", limits);
        int height = side(parameters, "height", limits);
        long bytes = 4L * width * height;
        if (bytes > limits.pictureBytes()) {
            throw new OwsException(
                    WmsErrors.INVALID,
                    "width",
                    "a picture of " + width + " x " + height + " pixels takes " + bytes + " bytes, at most "
                            + limits.pictureBytes() + " are allowed: ask for a smaller one or for tiles");
        }
        double[] box = box(parameters.required("bbox", "four numbers"));
        boolean swapped = crs.isSwapped(version);
        double west = swapped ? box[1] : box[0];
        double south = swapped ? box[0] : box[1];
        double east = swapped ? box[3] : box[2];
        double north = swapped ? box[2] : box[3];
        AffineTransform toCrs =
                new AffineTransform((east - west) / width, 0, 0, -(north - south) / height, west, north);
        return new MapArea(crs, new Grid(width, height, toCrs, crs.crs()));
    }

    private static int side(Parameters parameters, String name, WmsLimits limits) {
        return parameters.number(name, parameters.required(name, "a number of pixels"), 1, limits.side());
    }

    private static double[] box(String text) {
        List<String> parts = Arrays.asList(text.split(",", -1));
        double[] box = parts.stream().mapToDouble(DecimalText::parse).toArray();
        if (box.length == CORNERS && box[2] > box[0] && box[3] > box[1] && isFinite(box)) {
            return box;
        }
        throw wrongBox(text);
    }

    private static boolean isFinite(double[] box) {
        return Arrays.stream(box).allMatch(Double::isFinite)
                && Double.isFinite(box[2] - box[0])
                && Double.isFinite(box[3] - box[1]);
    }

    private static OwsException wrongBox(String text) {
        return new OwsException(
                WmsErrors.INVALID,
                "bbox",
                "BBOX is '" + text + "', wanted minx,miny,maxx,maxy with each minimum below its maximum");
    }
}
