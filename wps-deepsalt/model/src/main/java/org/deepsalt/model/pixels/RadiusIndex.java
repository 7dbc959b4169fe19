/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.pixels;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smile.neighbor.KDTree;
import smile.neighbor.Neighbor;

/**
 * Finds the points within a great-circle distance. The points are unit vectors in Smile's k-d tree, which know neither
 * poles nor antimeridian; a chord slightly longer than that of the distance finds the candidates, and their
 * great-circle distance decides. Immutable and thread-safe.
 */
public final class RadiusIndex {
    /** Added to the chord, on a sphere of radius 1: some centimetres, far above the rounding of either formula. */
    private static final double SLACK = 1e-8;

    private final Coordinates points;
    private final double reach;
    private final double chord;
    private final @Nullable KDTree<double[]> tree;

    /**
     * Indexes points.
     *
     * @param points WGS 84 degrees; may be empty
     * @param reach largest distance in km, by great circle
     */
    public RadiusIndex(Coordinates points, double reach) {
        this.points = points;
        this.reach = reach;
        this.chord = 2 * Math.sin(Math.min(Math.PI, reach / Coordinates.EARTH_RADIUS_KM) / 2) + SLACK;
        double[][] vectors = new double[points.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vector(points.longitude()[i], points.latitude()[i]);
        }
        this.tree = vectors.length == 0 ? null : KDTree.of(vectors);
    }

    /** Whether one of the points is within the distance of a place in WGS 84 degrees. */
    public boolean contains(double longitude, double latitude) {
        return candidates(longitude, latitude).stream().anyMatch(near -> isWithin(longitude, latitude, near.index));
    }

    /** Rows of the points within the distance of a place in WGS 84 degrees, ascending. */
    public int[] within(double longitude, double latitude) {
        return candidates(longitude, latitude).stream()
                .mapToInt(near -> near.index)
                .filter(row -> isWithin(longitude, latitude, row))
                .sorted()
                .toArray();
    }

    private List<Neighbor<double[], double[]>> candidates(double longitude, double latitude) {
        List<Neighbor<double[], double[]>> found = new ArrayList<>();
        if (tree != null) {
            tree.search(vector(longitude, latitude), chord, found);
        }
        return found;
    }

    private boolean isWithin(double longitude, double latitude, int row) {
        return points.distance(row, longitude, latitude) <= reach;
    }

    private static double[] vector(double longitude, double latitude) {
        double lambda = Math.toRadians(longitude);
        double phi = Math.toRadians(latitude);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }
}
