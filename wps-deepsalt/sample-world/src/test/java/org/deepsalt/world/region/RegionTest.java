/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.deepsalt.world.WorldOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegionTest {
    @Test
    void everyRowHasANumberForEveryRegion() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Region.class.getResourceAsStream("regions.txt"), StandardCharsets.UTF_8))) {
            List<String> rows = lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            assertThat(rows).hasSize(40).allSatisfy(row -> assertThat(row.split(" +", -1))
                    .hasSize(1 + Region.values().length));
        }
    }

    @Test
    void onlyTheBasinHasTheSeedOfTheWorld() {
        assertThat(Region.BASIN.seed(7)).isEqualTo(7);
        assertThat(List.of(Region.values()).stream().map(region -> region.seed(7)))
                .doesNotHaveDuplicates();
        assertThat(Region.LOESS.seed(7)).isNotEqualTo(Region.LOESS.seed(8));
    }

    /** Three degrees on either side of the zone's meridian, and some more for the largest scenes. */
    @ParameterizedTest
    @EnumSource
    void scenesLieInTheirZones(Region region) {
        Place.Projection geographic = region.place().to("EPSG:4326");
        double meridian = 6.0 * region.place().zone() - 183;
        double half = WorldOptions.LARGEST * Place.PIXEL / 2;
        assertThat(geographic.of(-half, 0).x).isCloseTo(meridian, within(3.1));
        assertThat(geographic.of(half, 0).x).isCloseTo(meridian, within(3.1));
        assertThat(region.value("MIDDLE_EAST") % Place.PIXEL).isZero();
        assertThat(region.value("MIDDLE_NORTH") % Place.PIXEL).isZero();
    }

    /** Arid climates after Peel, Finlayson and McMahon (2007), whose threshold depends on the season of the rain. */
    @ParameterizedTest
    @EnumSource
    void climateZoneFollowsFromTheNumbers(Region region) {
        double temperature = region.value("TAVG");
        double year = 12 * region.value("PAVG");
        assertThat(year).isLessThan(20 * temperature + 280);
        char dryness = year < 10 * temperature + 70 ? 'W' : 'S';
        char warmth = temperature < 18 ? 'k' : 'h';
        assertThat(region.climate()).isEqualTo("B" + dryness + warmth);
        assertThat(temperature).isBetween(region.value("TMIN"), region.value("TMAX"));
        assertThat(region.value("PAVG")).isBetween(region.value("PMIN"), region.value("PMAX"));
    }

    /** Without the equation of time, which moves the sun by up to 17 minutes or 4 degrees of its path. */
    @ParameterizedTest
    @EnumSource
    void theSunStandsWhereItDoesOnThatDay(Region region) {
        OffsetDateTime time = region.overpass().atOffset(ZoneOffset.UTC);
        Point2D.Double degrees = region.place().to("EPSG:4326").of(0, 0);
        double declination = Math.toRadians(-23.44) * Math.cos(2 * Math.PI / 365 * (time.getDayOfYear() + 10));
        double hour = time.toLocalTime().toSecondOfDay() / 3600.0 + degrees.x / 15;
        double angle = Math.toRadians(15 * (hour - 12));
        double latitude = Math.toRadians(degrees.y);
        double height = Math.asin(Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(angle));
        assertThat(hour).as("EnMAP passes at 11 o'clock of local time").isCloseTo(11, within(0.1));
        assertThat(region.value("SUN_ELEVATION")).isCloseTo(height, within(0.02));
    }
}
