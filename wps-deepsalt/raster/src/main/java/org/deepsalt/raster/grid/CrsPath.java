/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.util.Arrays;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;

/**
 * Transforms coordinates from one CRS to another, and checks that they lead back. Projections answer only for their
 * part of the earth, and far away some answer with another place's coordinates: what has no answer, or one that does
 * not lead back, is NaN. Thread-safe.
 */
public final class CrsPath {
    /** No unit is so small that a place of the earth has such coordinates, and some projections fail with them. */
    private static final double FARTHEST = 1e12;

    /** Null where both CRSs have the same coordinates. */
    private final @Nullable MathTransform forth;

    /** Null where the way there needs no proof. */
    private final @Nullable MathTransform back;

    private final double tolerance;
    private final double turn;

    /**
     * Finds the transform between two CRSs.
     *
     * @param from east before north, as is {@code to}
     * @param tolerance distance, in units of {@code from}, by which a place may miss itself on the way there and back
     * @throws DeepSaltException if no transform leads from one to the other, or none to the right place for sure
     */
    public CrsPath(CoordinateReferenceSystem from, CoordinateReferenceSystem to, double tolerance) {
        this.tolerance = tolerance;
        this.turn = Longitudes.turn(from);
        MathTransform transform = CrsTransforms.between(from, to);
        this.forth = transform.isIdentity() ? null : transform;
        try {
            // Every place of a projection's plane that an image lies in has its longitude and latitude.
            this.back = to instanceof GeographicCRS || forth == null ? null : transform.inverse();
        } catch (TransformException e) {
            throw new DeepSaltException(
                    "no transform leads back from '" + Grid.name(to) + "' to '" + Grid.name(from)
                            + "': give the layer in another coordinate reference system",
                    e);
        }
    }

    /** Whether both CRSs have the same coordinates. */
    public boolean isIdentity() {
        return forth == null;
    }

    /** Replaces coordinates, east and north in turn, by those of the other CRS. */
    public void transform(double[] at) {
        if (forth == null) {
            return;
        }
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.abs(at[i]) <= FARTHEST ? at[i] : Double.NaN;
        }
        double[] start = at.clone();
        lead(forth, start, at);
        if (back != null) {
            double[] again = new double[at.length];
            lead(back, at, again);
            for (int i = 0; i < at.length; i += 2) {
                if (!(miss(start, again, i) <= tolerance)) {
                    Arrays.fill(at, i, i + 2, Double.NaN);
                }
            }
        }
    }

    private double miss(double[] start, double[] again, int i) {
        double east = again[i] - start[i];
        if (turn == 0) {
            return Math.hypot(east, again[i + 1] - start[i + 1]);
        }
        double narrow = Math.cos(2 * Math.PI * start[i + 1] / turn);
        return Math.hypot(Math.IEEEremainder(east, turn) * narrow, again[i + 1] - start[i + 1]);
    }

    /** Some transforms stop at the first place without an answer and leave the others half-way. */
    private static void lead(MathTransform transform, double[] from, double[] to) {
        try {
            transform.transform(from, 0, to, 0, from.length / 2);
        } catch (TransformException | IllegalArgumentException e) {
            // The latter where it cannot even put the coordinates into words.
            for (int i = 0; i < from.length; i += 2) {
                try {
                    transform.transform(from, i, to, i, 1);
                } catch (TransformException | IllegalArgumentException none) {
                    Arrays.fill(to, i, i + 2, Double.NaN);
                }
            }
        }
    }
}
