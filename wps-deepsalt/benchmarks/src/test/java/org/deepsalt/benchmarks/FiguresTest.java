/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deepsalt.benchmarks.runs.Commands;
import org.deepsalt.benchmarks.runs.DeepSaltCommands;
import org.deepsalt.benchmarks.runs.Layout;
import org.deepsalt.benchmarks.runs.MapDifference;
import org.deepsalt.benchmarks.runs.Part;
import org.deepsalt.benchmarks.runs.Spread;
import org.deepsalt.benchmarks.runs.Variation;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.raster.estimate.Stage;
import org.deepsalt.raster.grid.Window;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double FLOP = 2e6;
    private static final double PEAK = 1e9;

    private static final Variation TILED = new Variation(Layout.TILED, Precision.AUTO, 0);

    @Test
    void aSpreadSortsAndTakesTheMiddle() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(1, 2, 3));
        assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(1, 2.5, 4));
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("nothing");
    }

    @Test
    void whereTheMultiplicationsTakeLongerTheyAreTheLimit() throws IOException {
        // 5,000 pixels of 2 MFLOP at 1 GFLOP/s are 10 s.
        CaseFigures figures = figures(Optional.of(new Spread(3, 4, 5)), Optional.of(new Spread(1, 2, 3)));
        assertThat(figures.multiplySeconds()).isCloseTo(10, within(1e-9));
        assertThat(figures.ratio()).isEqualTo(new Spread(1.2, 1.5, 2));
        assertThat(figures.ratioAllCores()).isEqualTo(figures.ratio());
    }

    @Test
    void whereReadingTakesLongerItsMedianIsTheLimit() throws IOException {
        CaseFigures figures = figures(Optional.of(new Spread(15, 30, 45)), Optional.of(new Spread(10, 20, 40)));
        assertThat(figures.ratio()).isEqualTo(new Spread(0.4, 0.5, 20 / 30.0));
        assertThat(figures.ratioAllCores()).isEqualTo(new Spread(0.6, 0.75, 1));
    }

    @Test
    void speedCountsAllPixelsOfTheSceneAndTheEstimationAlone() throws IOException {
        CaseFigures figures = figures(Optional.empty(), Optional.empty());
        assertThat(figures.pixelsPerSecond()).isEqualTo(new Spread(500, 10_000 / 15.0, 10_000 / 12.0));
        assertThat(figures.wholeSeconds()).isEqualTo(new Spread(14, 17, 22));
        assertThat(figures.peakBytes()).isEqualTo(OptionalLong.of(900));
    }

    @Test
    void sharesAreOfAllRunsTogether() throws IOException {
        CaseFigures figures = figures(Optional.empty(), Optional.empty());
        assertThat(figures.shares())
                .containsEntry(Stage.READING, 0.1)
                .containsEntry(Stage.PREPARING, 0.2)
                .containsEntry(Stage.INFERENCE, 0.6)
                .containsEntry(Stage.WRITING, 0.1);
    }

    @Test
    void theTableSaysWhatIsNotKnown() throws IOException {
        CaseFigures one = figures(Optional.empty(), Optional.empty());
        String table = FiguresTable.of(FiguresBuilder.builder()
                .machine("a machine")
                .date("2026-01-31")
                .processors(2)
                .repeats(3)
                .model("sample")
                .flopPerPixel(FLOP)
                .peakFlops(PEAK)
                .cases(List.of(one))
                .build());
        assertThat(table)
                .contains("2.00 MFLOP per pixel, matrix products reach 1 GFLOP/s on 2 cores")
                .contains("100 x 100", "tiled", "5,000", "12.00 / 15.00 / 20.00", "667", "10/20/60/10 %")
                .contains("no GDAL", "1.20 / 1.50 / 2.00");
    }

    @Test
    void jsonHasTheSameFigures() throws IOException {
        CaseFigures one = figures(Optional.of(new Spread(15, 30, 45)), Optional.empty());
        JsonNode json = JSON.readTree(FiguresJson.of(FiguresBuilder.builder()
                .machine("a machine")
                .date("2026-01-31")
                .processors(2)
                .repeats(3)
                .model("sample")
                .flopPerPixel(FLOP)
                .peakFlops(PEAK)
                .cases(List.of(one))
                .build()));
        assertThat(json.path("peakFlops").asDouble()).isEqualTo(PEAK);
        assertThat(json.at("/cases/0/layout").asText()).isEqualTo("tiled");
        assertThat(json.at("/cases/0/ratio/median").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/cases/0/gdalSecondsAllCores").isNull()).isTrue();
        assertThat(json.at("/cases/0/precision").asText()).isEqualTo("bfloat16");
        assertThat(json.at("/cases/0/differingPixels").asLong()).isEqualTo(900);
        assertThat(json.at("/cases/0/wholeRatio").isNull()).isTrue();
        assertThat(json.at("/cases/0/shares/inference").asDouble()).isEqualTo(0.6);
    }

    @Test
    void earlierFiguresStandBesideTheNewOnesOfTheSameCase() throws IOException {
        CaseFigures one = figures(Optional.empty(), Optional.of(new Spread(10, 20, 40)));
        Figures figures = FiguresBuilder.builder()
                .machine("a machine")
                .date("2026-01-31")
                .processors(2)
                .repeats(3)
                .model("sample")
                .flopPerPixel(FLOP)
                .peakFlops(PEAK)
                .cases(List.of(one))
                .build();
        JsonNode then = JSON.readTree("""
                {"machine": "an old machine", "date": "2025-12-01", "cases": [
                  {"size": 100, "layout": "tiled", "precision": "bfloat16", "threads": 0, "peakBytes": 1200000000,
                   "estimationSeconds": {"median": 33}, "ratioAllCores": {"median": 4}},
                  {"size": 100, "layout": "tiled", "precision": "float32", "threads": 0,
                   "estimationSeconds": {"median": 77}}]}
                """);
        String text = Comparison.of(then, figures);
        assertThat(text)
                .contains("2025-12-01", "an old machine", "tiled bfloat16 0")
                .doesNotContain("77");
        assertThat(text).contains("33.00", "15.00", "4.00", "0.75", "1.20 GB");
        assertThat(one.wholeRatio()).contains(new Spread(0.7, 0.85, 1.1));
    }

    @Test
    void aPartIsMeasuredAgainstTheWholeAndNotAgainstReadingAllOfIt() throws IOException {
        CaseFigures whole = figures(Optional.of(new Spread(3, 4, 5)), Optional.of(new Spread(1, 2, 3)));
        Variation part = new Variation(Layout.TILED, Precision.AUTO, 0, true);
        List<DeepSaltCommands.Estimated> runs = List.of(run(3, 3, 1), run(4, 6, 1), run(3, 2, 1));
        CaseFigures figures = CaseFigures.of(100, part, runs, whole.gdalSeconds(), Optional.empty(), FLOP, PEAK)
                .asPartOf(whole);
        assertThat(figures.shareOfWhole()).contains(new Spread(2 / 15.0, 0.2, 0.4));
        assertThat(figures.gdalSeconds()).isEmpty();
        assertThat(figures.pixels()).isEqualTo(100);
        Figures both = FiguresBuilder.builder()
                .machine("a machine")
                .date("2026-01-31")
                .repeats(3)
                .model("sample")
                .cases(List.of(whole, figures))
                .build();
        assertThat(FiguresTable.of(both)).containsOnlyOnce("100 x 100, 1 %").contains("13.33 / 20.00 / 40.00");
        JsonNode json = JSON.readTree(FiguresJson.of(both));
        assertThat(json.at("/cases/1/shareOfWhole/median").asDouble()).isEqualTo(0.2);
        assertThat(json.at("/cases/1/ratio").isNull()).isTrue();
        assertThat(json.at("/cases/0/shareOfWhole").isNull()).isTrue();
        assertThat(Comparison.of(json, both)).contains("tiled bfloat16 0 1 %");
    }

    @Test
    void thePartIsATenthAsWideInTheMiddle() {
        assertThat(Part.middle(1024, 512)).isEqualTo(new Window(461, 230, 102, 51));
        assertThat(Part.middle(5, 5)).isEqualTo(new Window(2, 2, 1, 1));
    }

    @Test
    void mapsDifferWhereAnyBandDoes() {
        float[] one = {1, 2, Float.NaN, 5, 3, 4};
        float[] other = {1, 2, Float.NaN, 6, 3.5f, 4};
        assertThat(MapDifference.of(one, one.clone(), 2)).isEqualTo(new MapDifference(0, 0, 2, 0));
        assertThat(MapDifference.of(one, other, 2)).isEqualTo(new MapDifference(2, 0.5, 2, 0.5));
        assertThat(MapDifference.of(one, other, 2).mean()).isEqualTo(0.25);
        float[] lost = {Float.NaN, 2, Float.NaN, 5, 3, 4};
        assertThat(MapDifference.of(one, lost, 2).ece()).isNaN();
    }

    /** Three runs of 12, 20 and 15 seconds on a scene of 10,000 pixels, half of them estimated. */
    private static CaseFigures figures(Optional<Spread> gdal, Optional<Spread> gdalAllCores) throws IOException {
        List<DeepSaltCommands.Estimated> runs = List.of(run(14, 12, 700), run(22, 20, 900), run(17, 15, 800));
        return CaseFigures.of(100, TILED, runs, gdal, gdalAllCores, FLOP, PEAK);
    }

    private static DeepSaltCommands.Estimated run(double whole, int estimation, long peak) throws IOException {
        ObjectNode report = (ObjectNode) JSON.readTree("""
                {"precision": "bfloat16", "pixels": {"estimated": 5000},
                 "threadSeconds": {"reading": 2, "preparing": 4, "inference": 12, "writing": 2}}
                """);
        report.putObject("seconds").put("estimate", estimation);
        return new DeepSaltCommands.Estimated(
                new Commands.Cost(whole, OptionalLong.of(peak)), report, new MapDifference(peak, 0.25, 1, 0.25));
    }
}
