/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.VisNirLibrary;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.data.SoilPixels;
import org.deepsalt.model.training.encoder.SceneAugmentation;
import org.junit.jupiter.api.Test;

class SoilSimulationTest {
    private static final List<Band> BANDS = List.of(
            new Band(418, 7),
            new Band(660, 8),
            new Band(860, 9),
            new Band(1400, 10),
            new Band(1650, 11),
            new Band(1880, 11),
            new Band(2200, 9),
            new Band(2446, 8));

    private static VisNirLibrary library(double first, double last, int samples, List<String> countries) {
        double[] nm = IntStream.rangeClosed(0, (int) ((last - first) / 10))
                .mapToDouble(i -> first + 10 * i)
                .toArray();
        Matrix flat = Matrix.zeros(samples, nm.length);
        java.util.Arrays.fill(flat.values(), 0.3f);
        double[] nowhere = new double[samples];
        java.util.Arrays.fill(nowhere, Double.NaN);
        float[] values = new float[samples];
        for (int i = 0; i < samples; i++) {
            values[i] = i % 3 == 2 ? Float.NaN : 1 + i;
        }
        return new VisNirLibrary(nowhere, nowhere, values, countries, nm, flat);
    }

    private static List<String> countries(int samples) {
        return IntStream.range(0, samples).mapToObj(i -> "c" + i % 6).toList();
    }

    @Test
    void bandsOfWaterVapourAndThoseThatALibraryLacksAreLeftOut() {
        SoilSimulation all = new SoilSimulation(List.of(library(350, 2500, 6, countries(6))));
        assertThat(all.covered(BANDS))
                .extracting(Band::centre)
                .containsExactly(418.0, 660.0, 860.0, 1650.0, 2200.0, 2446.0);
        SoilSimulation two =
                new SoilSimulation(List.of(library(350, 2500, 6, countries(6)), library(700, 2440, 6, countries(6))));
        assertThat(two.covered(BANDS)).extracting(Band::centre).containsExactly(860.0, 1650.0, 2200.0);
    }

    @Test
    void samplesOfAllLibrariesAreInStepAndKeepWhatWasMeasured() {
        SoilSimulation simulation =
                new SoilSimulation(List.of(library(350, 2500, 6, countries(6)), library(700, 2440, 6, countries(6))));
        List<Band> bands = simulation.covered(BANDS);
        Matrix scene = Matrix.zeros(4, bands.size());
        SoilPixels soils =
                simulation.pixels(new SoilSimulation.Scenes(bands, scene, Matrix.zeros(0, bands.size()), 2), 1);
        FtirLibrary library = simulation.library();
        assertThat(soils.size()).isEqualTo(12);
        assertThat(library.size()).isEqualTo(12);
        assertThat(soils.measured()).containsExactly(0, 1, 3, 4, 6, 7, 9, 10);
        assertThat(library.measured()).containsExactly(soils.measured());
        assertThat(library.grid().first()).isEqualTo(700);
        assertThat(library.grid().last()).isEqualTo(2440);
        assertThat(library.absorbance().get(7, 50)).isCloseTo((float) -Math.log10(0.3), within(1e-5f));
        assertThat(soils.pixels().covariates().get(0, 1)).isNaN();
        assertThat(soils.pixels().regions()).startsWith("c0", "c1", "c2", "c3", "c4", "c5", "c0");
    }

    @Test
    void aSceneMixesItsOwnVegetationIntoThem() {
        Matrix soil = Matrix.zeros(400, 2);
        java.util.Arrays.fill(soil.values(), 0.2f);
        Matrix vegetation = new Matrix(1, 2, new float[] {0.02f, 0.5f});
        Matrix seen = new SceneLook(SceneAugmentation.NONE, vegetation, 3).apply(soil);
        int covered = 0;
        for (int row = 0; row < 400; row++) {
            double share = (0.2 - seen.get(row, 0)) / 0.18;
            assertThat(share).isBetween(0.0, 0.15001);
            assertThat(seen.get(row, 1)).isCloseTo((float) (0.2 + share * 0.3), within(1e-5f));
            covered += share > 0.03 ? 1 : 0;
        }
        // Half of a normal distribution of deviation .06 lies beyond .0405.
        assertThat(covered).isBetween(200, 290);
        assertThat(new SceneLook(SceneAugmentation.NONE, Matrix.zeros(0, 2), 3)
                        .apply(soil)
                        .values())
                .containsOnly(0.2f);
    }

    @Test
    void regionsAreCountriesOrBlocksOrNothing() {
        Coordinates line =
                new Coordinates(IntStream.range(0, 60).mapToDouble(i -> i).toArray(), new double[60]);
        double[] nan = {Double.NaN, Double.NaN};
        assertThat(HeldOutRegions.of(Collections.nCopies(60, ""), line)).doesNotContainNull();
        assertThat(HeldOutRegions.of(Collections.nCopies(60, "Peru"), line).stream()
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(5);
        assertThat(HeldOutRegions.of(List.of("Peru", "Chad"), new Coordinates(nan, nan)))
                .containsExactly("Peru", "Chad");
        assertThatThrownBy(() -> HeldOutRegions.of(List.of("Peru", "Peru"), new Coordinates(nan, nan)))
                .hasMessageContaining("come from 1 named countries and 2 of 2 have no coordinates")
                .hasMessageContaining("add a column country");
    }
}
