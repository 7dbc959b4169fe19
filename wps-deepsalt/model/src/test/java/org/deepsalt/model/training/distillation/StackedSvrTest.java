/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.SyntheticSoil;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.data.Labels;
import org.junit.jupiter.api.Test;

class StackedSvrTest {
    private static final float[] SCALE = {1, 1, 1};

    @Test
    void theWeightIsTheOneWithTheLeastError() {
        HeldOut students = new HeldOut(new float[] {1, 2, 3}, new float[] {1.5f, 2.5f, 3.5f}, SCALE, new float[3]);

        assertThat(StackedSvr.weight(students, new float[] {0.5f, 1.5f, 2.5f})).isEqualTo(0.5);
        assertThat(StackedSvr.weight(students, new float[] {-0.5f, 0.5f, 1.5f})).isEqualTo(0.25);
        assertThat(StackedSvr.weight(students, new float[] {2, 3, 4})).isZero();
        assertThat(StackedSvr.weight(students, new float[] {1, 2, 3}))
                .as("the students keep a quarter")
                .isEqualTo(0.75);
    }

    @Test
    void predictionsMoveTowardsTheSupportVectorsAndTheScaleStays() {
        StackedSvr quarter = new StackedSvr(0.25, new float[] {5}, pixels -> new double[] {9});
        HeldOut students = new HeldOut(new float[] {1}, new float[] {1}, new float[] {0.3f}, new float[] {0});
        RegressorOutput output = new RegressorOutput(List.of(), Matrix.zeros(1, 2), column(1), column(0.3f));

        assertThat(quarter.stacked(students).mean()).containsExactly(2);
        assertThat(quarter.stacked(students).scale()).containsExactly(0.3f);
        assertThat(quarter.stacked(output, new float[] {9}).mean().values()).containsExactly(3);
        assertThat(quarter.stacked(output, new float[] {9}).scale().values()).containsExactly(0.3f);
        assertThat(StackedSvr.none(1).stacked(students).mean()).containsExactly(1);
    }

    /** A label that a regression was fitted on would be predicted far better than one that it was not. */
    @Test
    void noHeldOutPredictionComesFromAFitOnItsLabel() {
        Samples noise = noise(90);
        TrainingTable table = new TrainingTable(
                SyntheticSoil.bands(),
                noise,
                noise.select(new int[0]),
                new SyntheticSoil(2).samples(300, 0).pixels().reflectance(),
                OutputRange.PAPER_ECE);
        List<int[]> folds = List.of(Rows.range(0, 30), Rows.range(30, 60), Rows.range(60, 90));
        float[] logs = Labels.logs(noise.labels(), Rows.range(0, 90), OutputRange.PAPER_ECE);
        HeldOut students = new HeldOut(logs, new float[90], new float[90], new float[90]);

        StackedSvr stacking = StackedSvr.fit(table, folds, students, 1, Progress.SILENT);

        assertThat(correlation(stacking.heldOut(), logs)).isCloseTo(0, within(0.3));
        assertThat(stacking.predict(noise.pixels())).hasSize(90);
    }

    /** Spectra with labels that have nothing to do with them. */
    private static Samples noise(int count) {
        Samples soil = new SyntheticSoil(1).samples(count, 0);
        Samples others = new SyntheticSoil(9).samples(count, 0);
        return new Samples(soil.pixels(), others.labels());
    }

    private static Matrix column(float value) {
        return new Matrix(1, 1, new float[] {value});
    }

    private static double correlation(float[] one, float[] other) {
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < one.length; i++) {
            x += one[i];
            y += other[i];
            xx += one[i] * one[i];
            yy += other[i] * other[i];
            xy += one[i] * other[i];
        }
        int n = one.length;
        return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y) + 1e-12);
    }
}
