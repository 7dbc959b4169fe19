/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.EvaluationSummary;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.catalog.RasterLayer;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.data.util.NullProgressListener;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the first start of a server does, and how good its map is against the true ECe of the synthetic world, of which
 * the model has seen 420 points. The bounds are what a model without skill misses: it has an R2 of 0 at best.
 */
@Tag("slow")
@Timeout(600)
class SampleModelTest {
    private static final double CONFIDENCE = Evaluation.CONFIDENCE;

    @TempDir
    Path folder;

    @Test
    void theSampleModelHasSkill() throws IOException {
        try (Server server = new Server(ShippedData.withSampleWorld(folder.resolve("data")))) {
            SampleModel.train(server.processes(), new NullProgressListener());
            SampleModel.map(server.processes(), new NullProgressListener());

            ModelCard card = server.layers().models().card(SampleModel.ID);
            assertThat(card.synthetic()).isTrue();
            assertThat(card.teacher().r2()).isGreaterThan(0.2);
            RegressionMetrics map = againstTruth(server, SampleModelTest::compare);
            assertThat(map.count()).isGreaterThan(10_000);
            assertThat(map.mae()).as("%s", map).isLessThan(1.9);
            assertThat(map.r2()).as("%s", map).isGreaterThan(0.4);
            assertIntervalsKeepTheirPromise(server, card);
        }
    }

    /**
     * Test labels are of one kind with those that calibrated the intervals, so only chance takes their coverage away
     * from the promise: beyond 3.3 deviations less than once in a thousand times. The quantiles themselves come from
     * the scores of few labels, which is what the whole map inherits; here 0.846 of it is covered, 3.3 of these
     * deviations below the promise, since samples lie nearer to each other than to most pixels.
     */
    private static void assertIntervalsKeepTheirPromise(Server server, ModelCard card) throws IOException {
        EvaluationSummary test = card.test().overall();
        assertThat(test.intervals().coverage())
                .isCloseTo(CONFIDENCE, within(3.3 * deviation(test.metrics().count())));
        double deviation = againstTruth(server, (map, truth) -> deviation(card.calibration(), map));
        assertThat(againstTruth(server, SampleModelTest::coverage)).isBetween(CONFIDENCE - 5 * deviation, 0.96);
    }

    /** Of a share of so many that is {@link #CONFIDENCE} in truth. */
    private static double deviation(long count) {
        return Math.sqrt(CONFIDENCE * (1 - CONFIDENCE) / count);
    }

    /** Of the coverage of a map by intervals whose width was found for each group of estimates by itself. */
    private static double deviation(Calibration calibration, Raster map) {
        long[] pixels = new long[calibration.edges().length + 1];
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                double log = Math.log(map.getSampleFloat(x, y, 0));
                if (!Double.isNaN(log)) {
                    int group = 0;
                    while (group < calibration.edges().length
                            && log >= calibration.edges()[group]) {
                        group++;
                    }
                    pixels[group]++;
                }
            }
        }
        double all = LongStream.of(pixels).sum();
        double variance = 0;
        for (int group = 0; group < pixels.length; group++) {
            double part = pixels[group] / all * deviation(calibration.counts().get(group));
            variance += part * part;
        }
        return Math.sqrt(variance);
    }

    private static <T> T againstTruth(Server server, BiFunction<Raster, Raster, T> measure) throws IOException {
        RasterLayer map = server.layers().raster(SampleModel.MAP);
        GridCoverage2D estimate = map.reader().read(null);
        GeoTiffReader truthReader = new GeoTiffReader(
                ShippedData.SAMPLE_LAYERS.resolve("truth/ece_truth.tif").toFile());
        GridCoverage2D truth = truthReader.read(null);
        try {
            return measure.apply(
                    estimate.getRenderedImage().getData(),
                    truth.getRenderedImage().getData());
        } finally {
            estimate.dispose(true);
            truth.dispose(true);
            truthReader.dispose();
            map.close();
        }
    }

    private static RegressionMetrics compare(Raster estimate, Raster truth) {
        List<Float> estimated = new ArrayList<>();
        List<Float> observed = new ArrayList<>();
        for (int y = 0; y < truth.getHeight(); y++) {
            for (int x = 0; x < truth.getWidth(); x++) {
                float value = estimate.getSampleFloat(x, y, 0);
                float known = truth.getSampleFloat(x, y, 0);
                if (!Float.isNaN(value) && !Float.isNaN(known)) {
                    estimated.add(value);
                    observed.add(known);
                }
            }
        }
        return RegressionMetrics.of(floats(observed), floats(estimated));
    }

    /** Share of true values inside the interval that promises 90 % of them. */
    private static double coverage(Raster estimate, Raster truth) {
        int covered = 0;
        int count = 0;
        for (int y = 0; y < truth.getHeight(); y++) {
            for (int x = 0; x < truth.getWidth(); x++) {
                float known = truth.getSampleFloat(x, y, 0);
                if (!Float.isNaN(estimate.getSampleFloat(x, y, 0)) && !Float.isNaN(known)) {
                    count++;
                    boolean inside =
                            estimate.getSampleFloat(x, y, 1) <= known && known <= estimate.getSampleFloat(x, y, 2);
                    covered += inside ? 1 : 0;
                }
            }
        }
        return (double) covered / count;
    }

    private static float[] floats(List<Float> boxed) {
        float[] values = new float[boxed.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed.get(i);
        }
        return values;
    }
}
