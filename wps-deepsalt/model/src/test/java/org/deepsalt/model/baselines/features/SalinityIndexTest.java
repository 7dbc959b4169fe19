/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalinityIndexTest {
    private static final BroadBands SOIL = new BroadBands(0.1, 0.2, 0.3, 0.4, 0.5, 0.25, 0.48, 0.32, 0.45, 0.15);

    /** Worked out by hand from the formulas for B .1, G .2, R .3, NIR .4, SW1 .5, SW2 .25. */
    @ParameterizedTest
    @CsvSource({
        "SI_T, 75",
        "NDSI, -0.142857",
        "SI1_BLUE, 0.173205",
        "SI1_GREEN, 0.244949",
        "SI2, 0.538516",
        "SI3, 0.360555",
        "BI, 0.5",
        "S1, 0.333333",
        "S2, -0.5",
        "S3, 0.6",
        "S5, 0.15",
        "S6, 0.6",
        "SAIO, -0.111111",
        "SI_ASTER, 0.333333",
        "SI_ASTER_NIR, 0.133333",
        "SWIR_RATIO, 2",
        "CRSI, 0.845154",
        "COSRI, 0.0612245",
        "VSSI, -3.1",
        "SSSI_1, 0.25",
        "SSSI_2, 0.125",
        "NDGI, 0.2",
        "NSMI, 0.5"
    })
    void indicesFollowTheirFormulas(SalinityIndex index, double expected) {
        assertThat(index.of(SOIL)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void everyIndexHasAnAuthorAndAFormulaOfItsOwn() {
        assertThat(Arrays.stream(SalinityIndex.values()).map(SalinityIndex::toString))
                .doesNotHaveDuplicates()
                .allMatch(title -> title.matches(".+ \\(.+\\): .+"));
    }

    @Test
    void broadBandsAreMeansOfTheBandsWithinThePass() {
        List<Band> bands =
                List.of(new Band(400, 7), new Band(480, 7), new Band(500, 7), new Band(660, 7), new Band(1760, 10));
        BroadBands soil = BroadBands.of(bands, new Matrix(1, 5, new float[] {9, 0.1f, 0.2f, 0.3f, 0.4f}), 0);
        assertThat(soil.blue()).isCloseTo(0.15, within(1e-6));
        assertThat(soil.red()).isCloseTo(0.3, within(1e-6));
        assertThat(soil.r1800()).as("the nearest band stands in a gap").isCloseTo(0.4, within(1e-6));
    }
}
