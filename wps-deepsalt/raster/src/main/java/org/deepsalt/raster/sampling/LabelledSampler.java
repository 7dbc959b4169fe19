/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.grid.GridPlace;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.MaskReason;
import org.deepsalt.raster.scene.PixelReader;

/** Reads the pixels under points where the target was measured, and no others. Not thread-safe. */
public final class LabelledSampler {
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
     * Reads the pixels.
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

    private void read(PixelReader scene, Progress progress) {
        GridPlace place = GridPlace.ofDegrees(scene.scene().grid());
        PixelCentres centres = new PixelCentres(scene.scene().grid());
        for (int i = 0; i < found.length; i++) {
            progress.report(
                    (double) i / found.length,
                    "reading samples on " + scene.scene().layer());
            LabelledPoint point = points.get(i);
            Optional<Window> pixel = place.pixel(point.longitude(), point.latitude());
            if (pixel.isPresent() && fates[i] == MaskReason.OUTSIDE_REGION) {
                PixelReader.Pixels read = scene.read(pixel.get());
                fates[i] = REASONS[read.reasons()[0]];
                if (read.count() == 1) {
                    double[] centre = centres.of(pixel.get().x(), pixel.get().y());
                    String region = point.region() == null ? scene.scene().layer() : point.region();
                    found[i] = new DrawnPixel(0, read.rows(), centre[0], centre[1], region);
                }
            }
        }
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
