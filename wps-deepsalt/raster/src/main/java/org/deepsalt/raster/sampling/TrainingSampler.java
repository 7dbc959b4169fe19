/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.pixels.RadiusIndex;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.grid.WindowPlan;
import org.deepsalt.raster.scene.PixelReader;

/**
 * Draws training pixels from scenes: those under labelled points, and a random choice of the others, most of it from
 * where the laboratory's samples come from: only there a sample can find its pixel. Which pixels are drawn follows from
 * the seed, the scenes and the samples' coordinates alone, not from the size of the windows. Not thread-safe.
 */
public final class TrainingSampler {
    /** Its square is about the most pixels that are read without a look at whether they are still wanted. */
    private static final int SIDE = 64;

    /** The rest comes from anywhere, so that all soils of the scenes are known. */
    private static final double NEAR_SHARE = 0.75;

    private final int unlabelled;
    private final RadiusIndex laboratory;
    private final long seed;
    private final Reservoir near;
    private final Reservoir anywhere;

    /**
     * Prepares a sampler; nothing is drawn yet.
     *
     * @param unlabelled pixels to draw besides the labelled ones, at most
     * @param laboratory the radius around the laboratory's samples, where three quarters of the unlabelled pixels are
     *     drawn if there are as many
     */
    public TrainingSampler(int unlabelled, RadiusIndex laboratory, long seed) {
        this.unlabelled = unlabelled;
        this.laboratory = laboratory;
        this.near = new Reservoir((int) (NEAR_SHARE * unlabelled));
        this.anywhere = new Reservoir(unlabelled);
        this.seed = seed;
    }

    /**
     * Draws pixels from scenes.
     *
     * @param scenes readers with the same bands and covariates
     * @param points where several scenes cover a point, the first one counts
     * @param bands reflectances per row; what follows are covariates
     */
    public TrainingPixels sample(List<PixelReader> scenes, List<LabelledPoint> points, int bands, Progress progress) {
        LabelledPixels labelled = LabelledSampler.sample(scenes, points, bands, progress.part(0, 0.2));
        for (int i = 0; i < scenes.size(); i++) {
            Progress part = progress.part(0.2 + 0.8 * i / scenes.size(), 0.2 + 0.8 * (i + 1) / scenes.size());
            draw(scenes.get(i), i, part);
        }
        List<DrawnPixel> others = new ArrayList<>(near.kept());
        anywhere.kept().stream()
                .sorted(DrawnPixel.BY_RANK)
                .limit(unlabelled - others.size())
                .forEach(others::add);
        others.sort(DrawnPixel.BY_RANK);
        return new TrainingPixels(
                labelled, DrawnPixel.pixels(others, bands, scenes.get(0).columns()));
    }

    /** Keeps the bare-soil pixels with the lowest random ranks. */
    private void draw(PixelReader scene, int number, Progress progress) {
        Grid grid = scene.scene().grid();
        PixelCentres centres = new PixelCentres(grid);
        List<Window> windows = WindowPlan.of(
                        grid.all(), scene.scene().blockWidth(), scene.scene().blockHeight(), SIDE)
                .windows(grid.all());
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
                    long rank = DrawnPixel.randomRank(seed, number, column, row);
                    if (near.takes(rank) || anywhere.takes(rank)) {
                        double[] at = centres.of(column, row);
                        String region = scene.scene().layer();
                        keep(new DrawnPixel(rank, row(pixels, next), at[0], at[1], region));
                    }
                    next++;
                }
            }
        }
        scene.finish();
    }

    private static float[] row(PixelReader.Pixels pixels, int index) {
        return Arrays.copyOfRange(pixels.rows(), index * pixels.columns(), (index + 1) * pixels.columns());
    }

    /** A pixel that the reservoir of the radius does not keep is offered to the one of all pixels. */
    private void keep(DrawnPixel pixel) {
        DrawnPixel left = laboratory.contains(pixel.longitude(), pixel.latitude()) ? near.offer(pixel) : pixel;
        if (left != null) {
            anywhere.offer(left);
        }
    }
}
