/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RadiusIndexTest {
    private static final double KILOMETRE = 1 / 111.195;

    @Test
    void aPlaceIsNearWithinTheDistanceAndNotBeyond() {
        RadiusIndex around = new RadiusIndex(new Coordinates(new double[] {-109}, new double[] {0}), 1);

        assertThat(around.contains(-109 + 0.99 * KILOMETRE, 0)).isTrue();
        assertThat(around.contains(-109 + 1.01 * KILOMETRE, 0)).isFalse();
        assertThat(around.contains(-109, -0.99 * KILOMETRE)).isTrue();
        assertThat(around.contains(-109, 1.01 * KILOMETRE)).isFalse();
    }

    @Test
    void theTreeFindsWhatLookingAtEachPointFindsAtAnyLatitude() {
        Random random = new Random(3);
        for (double latitude : new double[] {-80, -33, 0, 39, 66, 85, 89.6}) {
            Coordinates places = new Coordinates(new double[40], new double[40]);
            for (int i = 0; i < places.size(); i++) {
                places.longitude()[i] = -1 + 2 * random.nextDouble();
                places.latitude()[i] = latitude + 0.3 * random.nextDouble();
            }
            RadiusIndex around = new RadiusIndex(places, 5);
            for (int i = 0; i < 2000; i++) {
                double east = -1 + 2 * random.nextDouble();
                double north = latitude + 0.3 * random.nextDouble();
                int nearest = places.nearest(east, north);
                boolean near =
                        Coordinates.distance(east, north, places.longitude()[nearest], places.latitude()[nearest]) <= 5;
                assertThat(around.contains(east, north)).isEqualTo(near);
                assertThat(around.within(east, north)).isEqualTo(withinByLooking(places, east, north));
            }
        }
    }

    private static int[] withinByLooking(Coordinates places, double east, double north) {
        return IntStream.range(0, places.size())
                .filter(i -> places.distance(i, east, north) <= 5)
                .toArray();
    }

    @Test
    void theAntimeridianIsNoWall() {
        RadiusIndex around =
                new RadiusIndex(new Coordinates(new double[] {179.995, -30}, new double[] {10, 89.999}), 1);

        assertThat(around.contains(-179.999, 10)).isTrue();
        assertThat(around.contains(180.001, 10)).isTrue();
        assertThat(around.contains(-179.98, 10)).isFalse();
        assertThat(around.contains(150, 89.999)).isTrue();
    }

    @Test
    void nothingIsNearNoPlace() {
        RadiusIndex none = new RadiusIndex(new Coordinates(new double[0], new double[0]), 1);

        assertThat(none.contains(0, 0)).isFalse();
        assertThat(none.within(0, 0)).isEmpty();
    }
}
