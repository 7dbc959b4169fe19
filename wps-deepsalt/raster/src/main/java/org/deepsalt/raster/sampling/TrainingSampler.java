/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.spectra.Matrix;
import org.deepsalt.model.training.Pixels;
import org.deepsalt.model.training.Places;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridPlace;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.MaskReason;
import org.deepsalt.raster.scene.PixelReader;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * Draws training pixels from scenes: those under labelled points, and a random choice of the others. Which pixels are
 * drawn follows from the seed and the scenes alone, not from the size of the windows. Each scene is read once. Not
 * thread-safe.
 */
public final class TrainingSampler {
    private static final int SIDE = 128;
    private static final MaskReason[] REASONS = MaskReason.values();

    private final int unlabelled;
    private final long seed;
    private final Comparator<Drawn> order = Comparator.comparingLong(Drawn::rank)
            .thenComparingDouble(Drawn::longitude)
            .thenComparingDouble(Drawn::latitude);
    private final PriorityQueue<Drawn> drawn = new PriorityQueue<>(order.reversed());

    /** A pixel's row, its place and its lot. */
    private record Drawn(long rank, float[] row, double longitude, double latitude) {}

    /**
     * Prepares a draw.
     *
     * @param unlabelled pixels to draw besides the labelled ones, at most
     */
    public TrainingSampler(int unlabelled, long seed) {
        this.unlabelled = unlabelled;
        this.seed = seed;
    }

    /**
     * Reads the scenes.
     *
     * @param scenes readers with the same bands and covariates
     * @param points where several scenes cover a point, the first one counts
     * @param bands reflectances per row; what follows are covariates
     */
    public TrainingPixels sample(List<PixelReader> scenes, List<LabelledPoint> points, int bands, Progress progress) {
        Drawn[] atPoints = new Drawn[points.size()];
        MaskReason[] fates = new MaskReason[points.size()];
        java.util.Arrays.fill(fates, MaskReason.OUTSIDE_REGION);
        for (int i = 0; i < scenes.size(); i++) {
            PixelReader scene = scenes.get(i);
            readPoints(scene, points, atPoints, fates);
            draw(scene, i, progress.part((double) i / scenes.size(), (i + 1.0) / scenes.size()));
        }
        List<Drawn> labelled = new ArrayList<>();
        List<Float> labels = new ArrayList<>();
        Map<MaskReason, Long> dropped = new EnumMap<>(MaskReason.class);
        for (int i = 0; i < atPoints.length; i++) {
            if (atPoints[i] != null) {
                labelled.add(atPoints[i]);
                labels.add(points.get(i).value());
            } else {
                dropped.merge(fates[i], 1L, Long::sum);
            }
        }
        float[] values = new float[labels.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = labels.get(i);
        }
        List<Drawn> others = new ArrayList<>(drawn);
        others.sort(order);
        return new TrainingPixels(pixels(labelled, bands, scenes), values, pixels(others, bands, scenes), dropped);
    }

    private static void readPoints(
            PixelReader scene, List<LabelledPoint> points, Drawn[] atPoints, MaskReason[] fates) {
        GridPlace place = GridPlace.ofDegrees(scene.scene().grid());
        for (int i = 0; i < atPoints.length; i++) {
            LabelledPoint point = points.get(i);
            Optional<Window> pixel = place.pixel(point.longitude(), point.latitude());
            if (pixel.isPresent() && fates[i] == MaskReason.OUTSIDE_REGION) {
                PixelReader.Pixels read = scene.read(pixel.get());
                fates[i] = REASONS[read.reasons()[0]];
                if (read.count() == 1) {
                    atPoints[i] = new Drawn(0, read.rows(), point.longitude(), point.latitude());
                }
            }
        }
    }

    /** Keeps the bare-soil pixels with the lowest lots. */
    private void draw(PixelReader scene, int number, Progress progress) {
        Grid grid = scene.scene().grid();
        MathTransform toDegrees = toDegrees(grid);
        List<Window> windows = grid.all().tiles(SIDE);
        for (int i = 0; i < windows.size(); i++) {
            progress.report(
                    (double) i / windows.size(),
                    "reading pixels of " + scene.scene().layer());
            PixelReader.Pixels pixels = scene.read(windows.get(i));
            Window window = pixels.window();
            int next = 0;
            for (int pixel = 0; pixel < pixels.reasons().length; pixel++) {
                if (pixels.reasons()[pixel] == 0) {
                    int column = window.x() + pixel % window.width();
                    int row = window.y() + pixel / window.width();
                    offer(pixels, next, lot(number, column, row), grid.centre(column, row), toDegrees);
                    next++;
                }
            }
        }
    }

    private void offer(PixelReader.Pixels pixels, int index, long rank, Point2D centre, MathTransform toDegrees) {
        if (drawn.size() == unlabelled && !drawn.isEmpty() && rank > drawn.peek().rank) {
            return;
        }
        double[] at = {centre.getX(), centre.getY()};
        try {
            toDegrees.transform(at, 0, at, 0, 1);
        } catch (TransformException e) {
            throw new DeepSaltException("a pixel of the scene has no longitude and latitude: check its CRS", e);
        }
        int columns = pixels.columns();
        float[] row = java.util.Arrays.copyOfRange(pixels.rows(), index * columns, (index + 1) * columns);
        drawn.add(new Drawn(rank, row, at[0], at[1]));
        if (drawn.size() > unlabelled) {
            drawn.poll();
        }
    }

    /** A pixel's lot: SplitMix64 (Steele 2014) of its position and the seed. */
    private long lot(int scene, int column, int row) {
        long z = seed + 0x9E3779B97F4A7C15L * (((long) scene << 48) ^ ((long) row << 24) ^ column);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static MathTransform toDegrees(Grid grid) {
        try {
            return CRS.findMathTransform(grid.crs(), DefaultGeographicCRS.WGS84, true);
        } catch (FactoryException e) {
            throw new DeepSaltException(
                    "no transform leads from the scene's CRS '" + grid.crsName() + "' to longitude and latitude", e);
        }
    }

    private static Pixels pixels(List<Drawn> chosen, int bands, List<PixelReader> scenes) {
        int columns = scenes.get(0).columns();
        Matrix reflectance = Matrix.zeros(chosen.size(), bands);
        Matrix covariates = Matrix.zeros(chosen.size(), columns - bands);
        double[] longitude = new double[chosen.size()];
        double[] latitude = new double[chosen.size()];
        for (int i = 0; i < longitude.length; i++) {
            Drawn pixel = chosen.get(i);
            System.arraycopy(pixel.row, 0, reflectance.values(), i * bands, bands);
            System.arraycopy(pixel.row, bands, covariates.values(), i * (columns - bands), columns - bands);
            longitude[i] = pixel.longitude;
            latitude[i] = pixel.latitude;
        }
        return new Pixels(reflectance, covariates, new Places(longitude, latitude));
    }
}
