/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Tells whether places lie in a polygon or multi-polygon. A place lies in a part of a multi-polygon if a line from it
 * to the west crosses the part's rings an odd number of times, whether these cross themselves or not, and in the whole
 * if it lies in one of the parts or in several: so does {@code gdal_rasterize}. Of the places on edges, those in the
 * east and north belong to the polygon and those in the west and south do not, so that a place on the border of two
 * neighbours belongs to one of them. Thread-safe.
 */
final class PolygonParts {
    private final STRtree parts = new STRtree();
    private final Envelope box = new Envelope();

    /** The edges of one part, found by their range of northings. */
    private static final class Part {
        private final Envelope box = new Envelope();
        private final SortedPackedIntervalRTree edges = new SortedPackedIntervalRTree();
        private final Crossings crossings = new Crossings();

        Part(Geometry polygon) {
            polygon.apply((GeometryComponentFilter) component -> {
                if (component instanceof LinearRing ring) {
                    add(ring.getCoordinateSequence());
                }
            });
            crossings.requireFew();
        }

        private void add(CoordinateSequence ring) {
            ring.expandEnvelope(box);
            for (int i = 1; i < ring.size(); i++) {
                double from = ring.getY(i - 1);
                double to = ring.getY(i);
                if (from != to) {
                    boolean up = from < to;
                    Coordinate low = ring.getCoordinate(up ? i - 1 : i);
                    Coordinate high = ring.getCoordinate(up ? i : i - 1);
                    crossings.add(low.y, high.y);
                    edges.insert(low.y, high.y, new LineSegment(low, high));
                }
            }
        }

        boolean holds(Coordinate place) {
            if (!box.contains(place)) {
                return false;
            }
            int[] crossings = new int[1];
            edges.query(place.y, place.y, item -> crossings[0] += liesWest((LineSegment) item, place) ? 1 : 0);
            return crossings[0] % 2 == 1;
        }

        /** Edges run from south to north: what lies to the right of one has it in the west. */
        private static boolean liesWest(LineSegment edge, Coordinate place) {
            return edge.p0.y < place.y
                    && place.y <= edge.p1.y
                    && Orientation.index(edge.p0, edge.p1, place) == Orientation.RIGHT;
        }
    }

    /** @param region polygon or multi-polygon that is not empty */
    PolygonParts(Geometry region) {
        for (int i = 0; i < region.getNumGeometries(); i++) {
            Part part = new Part(region.getGeometryN(i));
            parts.insert(part.box, part);
            box.expandToInclude(part.box);
        }
        parts.build();
    }

    /** Around all rings, also around holes that reach beyond their polygon. */
    Envelope box() {
        return box;
    }

    /** Whether a place lies in one of the parts. */
    boolean holds(double x, double y) {
        Coordinate place = new Coordinate(x, y);
        List<?> near = parts.query(new Envelope(place));
        return near.stream().anyMatch(part -> ((Part) part).holds(place));
    }
}
