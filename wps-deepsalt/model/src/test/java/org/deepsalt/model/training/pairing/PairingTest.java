/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepsalt.model.pixels.Coordinates;
import org.junit.jupiter.api.Test;

class PairingTest {
    @Test
    void distancesAreGreatCirclesInKilometres() {
        assertThat(Coordinates.distance(-110, 40.6, -109.987, 40.6)).isCloseTo(1.098, within(0.001));
        assertThat(Coordinates.distance(0, 0, 180, 0)).isCloseTo(20015.1, within(0.1));
        assertThat(Coordinates.distance(179.999, 10, -179.999, 10)).isCloseTo(0.219, within(0.001));
    }

    @Test
    void onlyMutualNearestNeighboursWithinReachAreAPair() {
        Coordinates samples = new Coordinates(new double[] {0, 0.001, 1}, new double[] {0, 0, 0});
        Coordinates pixels = new Coordinates(new double[] {0.0008, 0.5, 1.02}, new double[] {0, 0, 0});
        assertThat(Pairing.find(samples, pixels, 1)).singleElement().satisfies(pair -> {
            assertThat(pair.sample()).isEqualTo(1);
            assertThat(pair.pixel()).isZero();
            assertThat(pair.distance()).isCloseTo(0.0222, within(0.0001));
        });
        assertThat(Pairing.find(samples, pixels, 3)).hasSize(2);
    }

    /** At 89.9 degrees north 0.6 km are three degrees of longitude. */
    @Test
    void pairsAreFoundAcrossTheAntimeridianAndBesideThePole() {
        Coordinates samples = new Coordinates(new double[] {-179.999, 10, 30}, new double[] {52, 89.9, 90});
        Coordinates pixels = new Coordinates(new double[] {180.001, 13, -150}, new double[] {52, 89.9, 89.999});
        assertThat(Pairing.find(samples, pixels, 1)).hasSize(3);
        assertThat(Candidates.within(1, samples, pixels).placed()).isEqualTo(3);
        assertThat(samples.nearest(180, 52)).isZero();
    }

    @Test
    void ofEquallyNearNeighboursTheFirstWins() {
        Coordinates samples = new Coordinates(new double[] {0}, new double[] {0});
        Coordinates pixels = new Coordinates(new double[] {0.001, -0.001}, new double[] {0, 0});
        assertThat(Pairing.find(samples, pixels, 1)).singleElement().satisfies(pair -> assertThat(pair.pixel())
                .isZero());
    }
}
