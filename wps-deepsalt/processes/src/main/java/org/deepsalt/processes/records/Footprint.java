/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.records;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deepsalt.raster.grid.DegreesPath;
import org.deepsalt.raster.grid.Grid;

/**
 * The outline of a grid on the earth.
 *
 * @param ring longitudes and latitudes of the corners, counter-clockwise, the first again as last; where the outline
 *     crosses the antimeridian, longitudes go on beyond 180
 */
record Footprint(List<double[]> ring) {
    private static final double TURN = 360;

    static Footprint of(Grid grid) {
        AffineTransform toCrs = grid.toCrs();
        DegreesPath path = DegreesPath.from("the result", grid.requireCrs("has no outline on the earth"));
        int[][] corners = {{0, grid.height()}, {grid.width(), grid.height()}, {grid.width(), 0}, {0, 0}};
        List<double[]> ring = new ArrayList<>();
        for (int[] corner : corners) {
            Point2D place = toCrs.transform(new Point2D.Double(corner[0], corner[1]), null);
            double[] degrees = path.degrees(place.getX(), place.getY());
            double[] before = ring.isEmpty() ? degrees : ring.get(ring.size() - 1);
            double turns = Math.rint((before[0] - degrees[0]) / TURN);
            ring.add(new double[] {degrees[0] + turns * TURN, degrees[1]});
        }
        if (area(ring) < 0) {
            Collections.reverse(ring);
        }
        ring.add(ring.get(0));
        return new Footprint(ring);
    }

    private static double area(List<double[]> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            double[] a = ring.get(i);
            double[] b = ring.get((i + 1) % ring.size());
            twice += a[0] * b[1] - b[0] * a[1];
        }
        return twice;
    }

    /** West, south, east, north in degrees. */
    double[] box() {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] corner : ring) {
            box[0] = Math.min(box[0], corner[0]);
            box[1] = Math.min(box[1], corner[1]);
            box[2] = Math.max(box[2], corner[0]);
            box[3] = Math.max(box[3], corner[1]);
        }
        return box;
    }
}
