/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.benchmarks.kernels.NetShape;
import org.deepsalt.benchmarks.runs.Commands;
import org.deepsalt.benchmarks.runs.Gdal;
import org.deepsalt.benchmarks.runs.Layout;
import org.deepsalt.benchmarks.runs.NetCost;
import org.deepsalt.benchmarks.runs.UntrainedStore;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.store.ModelStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ScenarioBenchmarkTest {

    @TempDir
    private Path folder;

    @Test
    void aSmallSceneIsMeasuredThroughTheCommandLineAndNothingIsLeft() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path work = Files.createDirectory(folder.resolve("work"));
        TensorFlow.start(Settings.engine());
        UntrainedStore.fill(new ModelStore(data.resolve("deepsalt/models")));
        ScenarioBenchmark.Plan plan = ScenarioBenchmarkPlanBuilder.builder()
                .sizes(List.of(64))
                .layouts(List.of(Layout.TILED))
                .precisions(List.of(Precision.FLOAT32, Precision.BFLOAT16))
                .seed(3)
                .repeats(1)
                .model("untrained")
                .keep(false)
                .launcher(UntrainedStore.launcher())
                .dataDirectory(data)
                .untrained(Optional.empty())
                .build();

        Figures figures = new ScenarioBenchmark(plan, new Commands(work), work, news -> {}).run();

        CaseFigures one = figures.cases().get(0);
        CaseFigures rounded = figures.cases().get(1);
        assertThat(one.used()).isEqualTo("float32");
        assertThat(rounded.used()).isEqualTo("bfloat16");
        assertThat(rounded.difference().pixels()).isPositive();
        figures.cases().stream()
                .filter(other -> other.used().equals("float32"))
                .forEach(same -> assertThat(same.difference().pixels()).isZero());
        CaseFigures part = figures.cases().stream()
                .filter(other -> other.variation().part())
                .findFirst()
                .orElseThrow();
        assertThat(part.pixels()).isEqualTo(36);
        assertThat(part.shareOfWhole().orElseThrow().median()).isPositive();
        assertThat(one.estimated()).isBetween(1L, 64L * 64);
        assertThat(one.estimationSeconds().median())
                .isPositive()
                .isLessThan(one.wholeSeconds().median());
        assertThat(one.shares().values().stream().mapToDouble(share -> share).sum())
                .isBetween(0.999, 1.001);
        assertThat(one.ratio().median()).isPositive();
        assertThat(one.gdalSeconds().isPresent()).isEqualTo(Gdal.isInstalled());
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void aNetOfThePapersShapeIsMeasuredWithoutATraining() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path work = Files.createDirectory(folder.resolve("work"));
        TensorFlow.start(Settings.engine());
        UntrainedStore.fill(new ModelStore(data.resolve("deepsalt/models")));
        ScenarioBenchmark.Plan plan = ScenarioBenchmarkPlanBuilder.builder()
                .sizes(List.of(64))
                .layouts(List.of(Layout.TILED))
                .precisions(List.of(Precision.FLOAT32))
                .seed(3)
                .repeats(1)
                .model("untrained")
                .launcher(UntrainedStore.launcher())
                .dataDirectory(data)
                .untrained(Optional.of(NetShape.PAPER))
                .build();

        Figures figures = new ScenarioBenchmark(plan, new Commands(work), work, news -> {}).run();

        assertThat(figures.flopPerPixel()).isEqualTo(2.0 * NetCost.ofPaper(UntrainedStore.BANDS, 1));
        assertThat(figures.cases()).allMatch(one -> one.estimated() > 0);
    }
}
