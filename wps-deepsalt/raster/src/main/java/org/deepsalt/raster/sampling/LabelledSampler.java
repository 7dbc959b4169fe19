/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.grid.GridPlace;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.MaskReason;
import org.deepsalt.raster.scene.PixelReader;

/** Reads the pixels under points where the target was measured, and what lies between them. Not thread-safe. */
public final class LabelledSampler {
    private static final int SIDE = 64;
    private static final MaskReason[] REASONS = MaskReason.values();

    private final List<LabelledPoint> points;
    private final DrawnPixel[] found;
    private final MaskReason[] fates;

    private LabelledSampler(List<LabelledPoint> points) {
        this.points = points;
        this.found = new DrawnPixel[points.size()];
        this.fates = new MaskReason[points.size()];
        Arrays.fill(fates, MaskReason.OUTSIDE_REGION);
    }

    /**
     * Reads the pixel of each labelled point.
     *
     * @param scenes readers with the same bands and covariates, at least one
     * @param points where several scenes cover a point, the first one counts
     * @param bands reflectances per row; what follows are covariates
     */
    public static LabelledPixels sample(
            List<PixelReader> scenes, List<LabelledPoint> points, int bands, Progress progress) {
        LabelledSampler sampler = new LabelledSampler(points);
        for (int i = 0; i < scenes.size(); i++) {
            sampler.read(scenes.get(i), progress.part((double) i / scenes.size(), (i + 1.0) / scenes.size()));
        }
        return sampler.result(bands, scenes.get(0).columns());
    }

    /** Points that lie near each other are read together, so that no block of the file is decoded for each of them. */
    private void read(PixelReader scene, Progress progress) {
        GridPlace place = GridPlace.ofDegrees(scene.scene().grid());
        Window[] at = new Window[found.length];
        Map<Long, List<Integer>> cells = new TreeMap<>();
        for (int i = 0; i < found.length; i++) {
            LabelledPoint point = points.get(i);
            at[i] = place.pixel(point.longitude(), point.latitude()).orElse(null);
            if (at[i] != null && fates[i] == MaskReason.OUTSIDE_REGION) {
                long cell = ((long) (at[i].y() / SIDE) << 32) | (at[i].x() / SIDE);
                cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(i);
            }
        }
        PixelCentres centres = new PixelCentres(scene.scene().grid());
        int done = 0;
        for (List<Integer> cell : cells.values()) {
            progress.report(
                    (double) done++ / cells.size(),
                    "reading samples on " + scene.scene().layer());
            readCell(scene, cell, at, centres);
        }
    }

    private void readCell(PixelReader scene, List<Integer> cell, Window[] at, PixelCentres centres) {
        Window box = box(cell.stream().map(i -> at[i]).toList());
        PixelReader.Pixels read = scene.read(box);
        for (int i : cell) {
            int pixel = (at[i].y() - box.y()) * box.width() + at[i].x() - box.x();
            fates[i] = REASONS[read.reasons()[pixel]];
            if (fates[i] == MaskReason.NONE) {
                LabelledPoint point = points.get(i);
                double[] centre = centres.of(at[i].x(), at[i].y());
                String region = point.region() == null ? scene.scene().layer() : point.region();
                found[i] = new DrawnPixel(0, read.row(pixel), centre[0], centre[1], region);
            }
        }
    }

    private static Window box(List<Window> pixels) {
        int left = pixels.stream().mapToInt(Window::x).min().orElseThrow();
        int top = pixels.stream().mapToInt(Window::y).min().orElseThrow();
        int right = pixels.stream().mapToInt(Window::x).max().orElseThrow();
        int bottom = pixels.stream().mapToInt(Window::y).max().orElseThrow();
        return new Window(left, top, right - left + 1, bottom - top + 1);
    }

    private LabelledPixels result(int bands, int columns) {
        List<DrawnPixel> labelled = new ArrayList<>();
        float[] labels = new float[found.length];
        Map<MaskReason, Long> dropped = new EnumMap<>(MaskReason.class);
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                dropped.merge(fates[i], 1L, Long::sum);
            } else {
                labels[labelled.size()] = points.get(i).value();
                labelled.add(found[i]);
            }
        }
        return new LabelledPixels(
                DrawnPixel.pixels(labelled, bands, columns), Arrays.copyOf(labels, labelled.size()), dropped);
    }
}
