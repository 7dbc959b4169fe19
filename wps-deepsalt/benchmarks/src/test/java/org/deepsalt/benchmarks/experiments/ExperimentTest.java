/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.Baselines;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentTest {
    private static final Path EXTERNAL = Path.of("..", "..", "..", "shared", "data", "external-world");

    private static final ExperimentWorld.Plan PLAN = ExperimentWorldPlanBuilder.builder()
            .regions(2)
            .size(48)
            .spectra(40)
            .samples(60)
            .unlabelled(500)
            .truths(200)
            .budgets(List.of(10, 30))
            .build();

    private static ExperimentWorld saline;

    @ParameterizedTest
    @EnumSource(Experiment.class)
    void rowsHaveNamesOfTheirOwnAndNoTwoTrainTheSame(Experiment experiment) {
        TrainingSettings usual = Presets.of(Presets.DEFAULT);
        assertThat(experiment.variants()).extracting(Variant::name).doesNotHaveDuplicates();
        assertThat(experiment.variants().stream()
                        .filter(variant -> !List.of("EnMAP only", "default, the other spectra left out")
                                .contains(variant.name()))
                        .map(variant -> variant.settings().apply(usual)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTableHasMeanAndSpreadOverWorldsAndAPictureItsBars(@TempDir Path folder) throws IOException {
        ExperimentTable table = new ExperimentTable("labels");
        table.add(
                "default",
                60,
                ScoreBuilder.builder()
                        .mae(1)
                        .r2(0.5)
                        .coverage(0.9)
                        .brier(0.1)
                        .unseenMae(2)
                        .unseenCoverage(0.8)
                        .flagged(0.7)
                        .seconds(10)
                        .build());
        table.add(
                "default",
                60,
                ScoreBuilder.builder()
                        .mae(2)
                        .r2(0.7)
                        .coverage(0.9)
                        .brier(0.1)
                        .unseenMae(2)
                        .unseenCoverage(0.8)
                        .flagged(0.7)
                        .seconds(10)
                        .build());
        table.add(
                "mean",
                60,
                ScoreBuilder.builder()
                        .mae(3)
                        .r2(0)
                        .coverage(Double.NaN)
                        .brier(Double.NaN)
                        .unseenMae(3)
                        .unseenCoverage(Double.NaN)
                        .flagged(Double.NaN)
                        .seconds(0)
                        .build());
        assertThat(table.toString())
                .contains("| default | 60 | 1.50 ± 0.71 | 0.60 ± 0.14 | 0.90 ± 0.00 | 0.10 ± 0.00 | 2.00 ± 0.00 |")
                .contains("| mean | 60 | 3.00 | 0.00 | - | - | 3.00 | - | - | 0.00 |");
        assertThat(table.errors().get("default")).containsEntry(60, 1.5);
        Path picture = folder.resolve("picture.png");
        ErrorChart.write("toy", table.errors(), picture);
        assertThat(ImageIO.read(picture.toFile()).getHeight()).isGreaterThan(80);
    }

    @Test
    void aWorldGivesNestedBudgetsAndTruthOfSeenAndUnseenRegions() throws IOException {
        ExperimentWorld world = saline();
        TrainingData few = world.data(10, 3);
        TrainingData more = world.data(30, 3);
        assertThat(few.labels()).hasSize(10);
        for (double longitude : few.labelled().coordinates().longitude()) {
            assertThat(Arrays.stream(more.labelled().coordinates().longitude())).contains(longitude);
        }
        assertThat(world.unlabelled().size()).isEqualTo(500);
        assertThat(world.library().size()).isEqualTo(40);
        assertThat(world.seen().pixels().regions()).containsOnly("basin");
        assertThat(world.unseen().pixels().regions()).containsOnly("badland");
        assertThat(world.labelled().pixels().regions()).containsOnly("basin");
        assertThat(few.labelled().covariates().columns()).isEqualTo(8);
    }

    @Test
    void carbonIsComparedWithFieldSamplesThatNoBudgetReaches() throws IOException {
        ExperimentWorld world = ExperimentWorld.make(PLAN, Target.CARBON, 3, Progress.SILENT);
        assertThat(world.library().ece())
                .hasSize(40)
                .isNotEqualTo(saline().library().ece());
        assertThat(world.labelled().size()).isEqualTo(30);
        assertThat(world.seen().size()).isBetween(10, 30);
        for (double longitude : world.seen().pixels().coordinates().longitude()) {
            assertThat(Arrays.stream(world.data(30, 3).labelled().coordinates().longitude()))
                    .doesNotContain(longitude);
        }
        assertThat(world.unseen().size()).isZero();
        Score score = new Scorer(world).baseline(Comparator.of(Baselines.covariatesAlone()), 30, 3, Progress.SILENT);
        assertThat(score.mae()).isBetween(0.1, 20.0);
        assertThat(score.unseenMae()).isNaN();
    }

    @Test
    void aLogisticFunctionLearnsHowLikelySalineIs() {
        double[] logs = new double[4000];
        boolean[] above = new boolean[4000];
        Random random = new Random(1);
        for (int i = 0; i < logs.length; i++) {
            logs[i] = 2 * random.nextGaussian();
            above[i] = random.nextDouble() < 1 / (1 + Math.exp(1 - 2 * logs[i]));
        }
        LogisticCalibration found = LogisticCalibration.fit(logs, above);
        assertThat(found.offset()).isCloseTo(-1, within(0.15));
        assertThat(found.slope()).isCloseTo(2, within(0.15));
        assertThat(found.of(10)).isGreaterThan(0.99f);
    }

    @Test
    void aWorldOfOthersThatIsNotThereIsTold(@TempDir Path folder) {
        assertThatThrownBy(() -> new ExternalWorld(folder.resolve("none")).read(60, 100, 100, 1))
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("name one with --data");
        assertThatThrownBy(() -> new ExternalWorld(folder).read(60, 100, 100, 1))
                .hasMessageContaining("the world has no file 'manifest.json'")
                .hasMessageContaining("the world has no file 'samples_60.geojson'");
    }

    @Test
    @EnabledIf("hasExternalWorld")
    void aWorldOfOthersIsReadWithItsUnseenRegion() throws IOException {
        ExperimentWorld world = new ExternalWorld(EXTERNAL).read(60, 400, 300, 1);
        assertThat(world.labelled().size()).isBetween(55, 60);
        assertThat(world.data(60, 1).labels()).hasSize(world.labelled().size());
        assertThat(world.seen().pixels().regions())
                .contains("alpha", "beta", "gamma")
                .doesNotContain("delta");
        assertThat(world.unseen().pixels().regions()).containsOnly("delta");
        assertThat(world.covariates()).isEqualTo(ExperimentWorld.COVARIATES);
    }

    static boolean hasExternalWorld() {
        return Files.isDirectory(EXTERNAL);
    }

    /** Made once: several tests look at it. */
    private static synchronized ExperimentWorld saline() throws IOException {
        if (saline == null) {
            saline = ExperimentWorld.make(PLAN, Target.ECE, 3, Progress.SILENT);
        }
        return saline;
    }
}
