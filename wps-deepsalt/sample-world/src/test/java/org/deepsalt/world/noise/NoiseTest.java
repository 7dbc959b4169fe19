/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
    @ParameterizedTest
    @CsvSource({"1000, 1", "1000, 4", "70, 2"})
    void valuesAreStandardNormalEverywhere(double spacing, int octaves) {
        Noise noise = Noise.of(Hash.seed(5, "test"), spacing, octaves, 0.6);
        double sum = 0;
        double squares = 0;
        int above = 0;
        int count = 40_000;
        for (int i = 0; i < count; i++) {
            double value = noise.at(10 * spacing * (i % 200) + i, 10 * spacing * Math.floorDiv(i, 200) - 3.7 * i);
            sum += value;
            squares += value * value;
            above += value > 1.6449 ? 1 : 0;
        }
        assertThat(sum / count).isCloseTo(0, within(0.03));
        assertThat(squares / count).isCloseTo(1, within(0.03));
        assertThat((double) above / count).isCloseTo(0.05, within(0.006));
    }

    @Test
    void neighboursAreSimilarAndStrangersAreNot() {
        Noise noise = Noise.of(1, 1000, 1, 1);
        double near = 0;
        double far = 0;
        for (int i = 0; i < 2000; i++) {
            double value = noise.at(7000.0 * i, 0);
            near += value * noise.at(7000.0 * i + 50, 0) / 2000;
            far += value * noise.at(7000.0 * i + 3000, 0) / 2000;
        }
        assertThat(near).isGreaterThan(0.95);
        assertThat(far).isCloseTo(0, within(0.08));
    }

    /** Literal values: they may change on purpose only, since worlds of a seed would change with them. */
    @Test
    void aSeedGivesTheSameNumbersForEver() {
        assertThat(Hash.mix(1)).isEqualTo(0x5692161D100B05E5L);
        assertThat(Hash.seed(7, "clay")).isNotEqualTo(Hash.seed(7, "sand")).isNotEqualTo(Hash.seed(8, "clay"));
        assertThat(Noise.of(1, 1000, 3, 0.5).at(123.4, -567.8))
                .isEqualTo(Noise.of(1, 1000, 3, 0.5).at(123.4, -567.8));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1.6448536269514722, 0.95", "-2.5758293035489004, 0.005", "-5, 2.866515719e-7"})
    void normalDistributionHasItsKnownValues(double z, double share) {
        assertThat(Normal.cdf(z)).isCloseTo(share, within(1e-9 * share + 1e-15));
    }

    @Test
    void normalQuantileInvertsTheDistribution() {
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-9));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.95996, within(1e-3));
        assertThat(Normal.quantile(1)).isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-600, -12.3, -1, -1e-9, 0, 0.3, 2.718, 50})
    void exponentialAgreesWithTheLibrary(double x) {
        double expected = StrictMath.exp(x);
        assertThat(Exponential.of(x)).isCloseTo(expected, within(1e-13 * (1 + Math.abs(x)) * expected));
    }

    @Test
    void roughNoiseHasUnitVariance() {
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = Hash.roughlyNormal(Hash.mix(i));
            squares += value * value;
        }
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    }
}
