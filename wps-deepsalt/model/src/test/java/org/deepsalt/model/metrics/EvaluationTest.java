/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.store.Json;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final float[] OBSERVED = {1, 5, 1, 20, 5, 1};
    private static final float[] ESTIMATE = {1.5f, 9, 1.5f, 12, 7, 1};
    private static final Predictions PREDICTIONS = new Predictions(
            OBSERVED,
            ESTIMATE,
            new float[] {1, 4, 1, 10, 2, 1},
            new boolean[] {true, false, true, true, false, true},
            new float[] {0.1f, 2, 0.1f, 3, 0.2f, 0.3f});

    /** The authors' tables gave every category the prediction of the last sample. */
    @Test
    void eachGroupIsMeasuredByItsOwnPixels() {
        Evaluation evaluation =
                Evaluation.of(PREDICTIONS, 0.9, List.of(Groupings.region(List.of("c", "a", "c", "b", "a", "c"))));
        List<Evaluation.Group> groups = evaluation.by(Groupings.REGION).groups();
        assertThat(groups).extracting(Evaluation.Group::name).containsExactly("a", "b", "c");
        assertThat(groups)
                .extracting(group -> group.figures().metrics().count())
                .containsExactly(2L, 1L, 3L);
        assertThat(groups.get(0).figures().metrics().mae()).isEqualTo(3);
        assertThat(groups.get(1).figures().metrics().bias()).isEqualTo(-8);
        assertThat(groups.get(2).figures().metrics().mae()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(groups.get(0).figures().intervals()).isEqualTo(new IntervalMetrics(0.9, 0, 3));
        assertThat(groups.get(2).figures().intervals()).isEqualTo(new IntervalMetrics(0.9, 1, 1));
        assertThat(evaluation.overall().intervals().coverage()).isCloseTo(4.0 / 6, within(1e-9));
    }

    @Test
    void salinityClassesGoByTheObservedValueAndEmptyOnesAreNamed() {
        Evaluation.Breakdown classes = Evaluation.of(PREDICTIONS, 0.9, List.of(Groupings.salinity(OBSERVED, "dS/m")))
                .by(Groupings.SALINITY);
        assertThat(classes.groups())
                .extracting(Evaluation.Group::name)
                .containsExactly("non-saline", "moderately saline", "very strongly saline");
        assertThat(classes.empty()).containsExactly("slightly saline", "strongly saline");
    }

    @Test
    void anEvaluationOfNothingIsAnError() {
        Predictions none = new Predictions(new float[0], new float[0], new float[0], new boolean[0], new float[0]);
        assertThatThrownBy(() -> Evaluation.of(none, 0.9, List.of()))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("there is no pixel to evaluate the model on");
    }

    @Test
    void aGroupingThatCannotBeSaysWhy() {
        Grouping texture = Groupings.texture(List.of("sand", "tavg"), Matrix.zeros(6, 2));
        Evaluation.Breakdown breakdown =
                Evaluation.of(PREDICTIONS, 0.9, List.of(texture)).by(Groupings.TEXTURE);
        assertThat(breakdown.absent()).isEqualTo("the model has no covariates sand and clay");
        assertThat(breakdown.groups()).isEmpty();
    }

    @Test
    void anotherPropertyHasNoSalinityClasses() {
        Evaluation carbon = Evaluation.of(PREDICTIONS, 0.9, List.of(Groupings.salinity(OBSERVED, "g/kg")));
        assertThat(carbon.classes()).isNull();
        assertThat(carbon.by(Groupings.SALINITY).absent()).contains("'g/kg'");
        Evaluation late = Evaluation.of(
                        PREDICTIONS,
                        0.9,
                        List.of(
                                Groupings.salinity(OBSERVED, "dS/m"),
                                Groupings.region(List.of("a", "a", "a", "b", "b", "b"))))
                .in("g/kg");
        assertThat(late.classes()).isNull();
        assertThat(late.by(Groupings.SALINITY).groups()).isEmpty();
        assertThat(late.by(Groupings.REGION).groups()).hasSize(2);
    }

    @Test
    void pixelsWhoseClassCannotBeToldAreAGroupOfTheirOwn() {
        Matrix soils = new Matrix(6, 2, new float[] {90, 5, 90, 5, 20, 20, 80, 70, 20, 20, 20, 20});
        Evaluation.Breakdown breakdown = Evaluation.of(
                        PREDICTIONS, 0.9, List.of(Groupings.texture(List.of("sand", "clay"), soils)))
                .by(Groupings.TEXTURE);
        assertThat(breakdown.groups())
                .extracting(
                        group -> group.name() + " " + group.figures().metrics().count())
                .containsExactly("sand 2", "silt loam 3", "unknown 1");
        assertThat(breakdown.empty()).hasSize(10);
    }

    @Test
    void climateZonesComeFromTheMeanMonth() {
        Matrix climates = new Matrix(6, 2, new float[] {11, 17, 11, 25, 25, 10, 25, 40, 11, 60, 25, -1});
        Grouping grouping = Groupings.climate(List.of("tavg", "pavg"), climates);
        assertThat(grouping.labels())
                .containsExactly(
                        ClimateZone.BSK.title(),
                        ClimateZone.BSK.title(),
                        ClimateZone.BWH.title(),
                        ClimateZone.BSH.title(),
                        ClimateZone.NOT_DRY.title(),
                        Grouping.UNKNOWN);
        assertThat(ClimateZone.of(11, 14)).contains(ClimateZone.BWK);
    }

    @Test
    void labelsThatDoNotRunInStepAreRefused() {
        Grouping short1 = Groupings.region(List.of("a", "b"));
        assertThatThrownBy(() -> Evaluation.of(PREDICTIONS, 0.9, List.of(short1)))
                .hasMessageContaining("6 predictions but 2 labels of region");
    }

    @Test
    void agreementOfClassesBeyondChance() {
        Confusion confusion = Confusion.of(new float[] {1, 1, 1, 3, 3, 20}, new float[] {1, 1, 3, 3, 3, 9});
        assertThat(confusion.pixels()[0]).containsExactly(2, 1, 0, 0, 0);
        assertThat(confusion.pixels()[1]).containsExactly(0, 2, 0, 0, 0);
        assertThat(confusion.pixels()[4]).containsExactly(0, 0, 0, 1, 0);
        assertThat(confusion.agreement()).isCloseTo(4.0 / 6, within(1e-12));
        double chance = (3.0 * 2 + 2 * 3) / 36;
        assertThat(confusion.kappa()).isCloseTo((4.0 / 6 - chance) / (1 - chance), within(1e-12));
        assertThat(confusion.macroF1()).isCloseTo((0.8 + 0.8 + 0 + 0) / 4, within(1e-12));
    }

    @Test
    void logarithmsOfOnePlusTheTarget() {
        Predictions two = PREDICTIONS.select(new int[] {3, 5});
        EvaluationSummary.Log1p logs = EvaluationSummary.of(two, 0.9).log1p();
        double error = Math.log(21) - Math.log(13);
        assertThat(logs.rmse()).isCloseTo(error / Math.sqrt(2), within(1e-6));
    }

    @Test
    void theIndexWarnsOfLargeErrorsOrNot() {
        ErrorDetection warnings = ErrorDetection.of(PREDICTIONS, 1.5, 1);
        assertThat(warnings).isEqualTo(new ErrorDetection(1.5, 3, 2, 2.0 / 3));
        assertThat(ErrorDetection.of(PREDICTIONS, 100, 1).share()).isNaN();
    }

    @Test
    void whatIsNotDefinedIsNullInJsonAndComesBackAsNotANumber() throws Exception {
        EvaluationSummary one = EvaluationSummary.of(PREDICTIONS.select(new int[] {1}), 0.9);
        assertThat(one.metrics().rpd()).isNaN();
        String text = Json.tree(one).toString();
        assertThat(text).contains("\"rpd\":null").doesNotContain("NaN");
        assertThat(Json.read(text, EvaluationSummary.class)).isEqualTo(one);
    }
}
