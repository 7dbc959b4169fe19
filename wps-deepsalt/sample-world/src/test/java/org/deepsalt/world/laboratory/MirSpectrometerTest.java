/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.world.RealData;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.CompositionBuilder;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.land.Salt;
import org.deepsalt.world.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MirSpectrometerTest {
    private final MirSpectrometer spectrometer = new MirSpectrometer();

    /** Range of the mean reflectance, in percent, of three sets of real soils: H.138, NRW.115 and O.32 of LimeSoDa. */
    @ParameterizedTest
    @CsvSource({
        "3400, 6, 17",
        "2500, 26, 69",
        "1870, 8, 30",
        "1790, 7, 30",
        "1620, 3, 12",
        "1450, 5, 14",
        "1030, 6, 13",
        "915, 6, 8.5",
        "807, 4.5, 8",
        "698, 4, 5"
    })
    void meanSoilReflectsAsMeasuredOnesDo(double wavenumber, double lowest, double highest) {
        Landscape landscape = new Landscape(Region.BASIN, 7);
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            double[] absorbance = spectrometer.measure(landscape.soil(1900.0 * i, 700.0 * i), i);
            sum += 100 * Math.pow(10, -at(absorbance, wavenumber));
        }
        assertThat(sum / 300).isBetween(lowest, highest);
    }

    /** Means of regions against the lowest and highest of 138 real soils. */
    @ParameterizedTest
    @EnumSource
    void everyRegionReflectsWithinTheRangeOfRealSoils(Region region) throws IOException {
        double[][] real = realReflectance();
        int[] wavenumbers = {4000, 3620, 3400, 3000, 2920, 2500, 2240, 2000, 1870, 1790, 1620, 1450, 1159, 1030, 698};
        Landscape landscape = new Landscape(region, region.seed(7));
        double[] mean = new double[wavenumbers.length];
        for (int i = 0; i < 300; i++) {
            double[] absorbance = spectrometer.measure(landscape.soil(1900.0 * i, 700.0 * i), i);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += 100 * Math.pow(10, -at(absorbance, wavenumbers[k])) / 300;
            }
        }
        for (int k = 0; k < mean.length; k++) {
            double[] column = column(real, wavenumbers[k]);
            assertThat(mean[k])
                    .as("%s at %d", region, wavenumbers[k])
                    .isBetween(
                            Arrays.stream(column).min().orElseThrow(),
                            Arrays.stream(column).max().orElseThrow());
        }
    }

    /** The header's wavenumbers, descending, then the reflectance of each soil in percent. */
    private static double[][] realReflectance() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file("mir_H.138.csv.gz"))),
                StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .map(line -> Stream.of(line.split(",", -1))
                            .skip(3)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    private static double[] column(double[][] real, double wavenumber) {
        int nearest = 0;
        for (int i = 0; i < real[0].length; i++) {
            if (Math.abs(real[0][i] - wavenumber) < Math.abs(real[0][nearest] - wavenumber)) {
                nearest = i;
            }
        }
        int index = nearest;
        return Stream.of(real).skip(1).mapToDouble(row -> row[index]).toArray();
    }

    @Test
    void gridIsThatOfTheLibraries() {
        for (int i = 0; i < Wavenumbers.BRUKER.count(); i++) {
            assertThat(MirSpectrometer.GRID.at(i)).isCloseTo(Wavenumbers.BRUKER.at(i), within(0.1));
        }
    }

    @Test
    void quartzTurnsItsBandOver() {
        double[] soil = spectrometer.measure(soil(0, null), 1);
        assertThat(at(soil, 1159)).isGreaterThan(at(soil, 1218) + 0.15);
        assertThat(at(soil, 1870)).isGreaterThan(at(soil, 1830) + 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "GYPSUM, 3548",
        "SODIUM_SULFATE, 1127",
        "SODIUM_CARBONATE, 880",
        "CHLORIDES, 3385",
        "SODIUM_CHLORIDE, 3440"
    })
    void everySaltShows(Salt salt, double wavenumber) {
        double[] fresh = spectrometer.measure(soil(0, null), 1);
        double[] saline = spectrometer.measure(soil(0.01, salt), 1);
        double change = at(saline, wavenumber) - at(fresh, wavenumber);
        assertThat(change - (at(saline, 2400) - at(fresh, 2400))).isGreaterThan(0.015);
    }

    @Test
    void sameScanGivesTheSameNumbers() {
        assertThat(spectrometer.measure(soil(0.01, Salt.GYPSUM), 5))
                .isEqualTo(new MirSpectrometer().measure(soil(0.01, Salt.GYPSUM), 5))
                .isNotEqualTo(spectrometer.measure(soil(0.01, Salt.GYPSUM), 6));
    }

    @Test
    void noiseIsThatOfAGoodInstrument() {
        double[] spectrum = spectrometer.measure(soil(0, null), 9);
        double squares = 0;
        for (int i = 900; i < 1000; i++) {
            double bend = spectrum[i - 1] - 2 * spectrum[i] + spectrum[i + 1];
            squares += bend * bend / 6;
        }
        assertThat(Math.sqrt(squares / 100)).isCloseTo(0.0015, within(0.0004));
    }

    private static double at(double[] absorbance, double wavenumber) {
        Wavenumbers grid = MirSpectrometer.GRID;
        return absorbance[(int) Math.round((wavenumber - grid.first()) / grid.step())];
    }

    private static Composition soil(double massFraction, Salt only) {
        Map<Salt, Double> salts = new EnumMap<>(Salt.class);
        for (Salt salt : Salt.values()) {
            salts.put(salt, salt == only ? massFraction : 0);
        }
        return CompositionBuilder.builder()
                .sand(40)
                .clay(25)
                .kaolinite(0.07)
                .smectite(0.09)
                .illite(0.06)
                .quartz(0.33)
                .carbonate(0.06)
                .gypsum(0)
                .goethite(0.009)
                .hematite(0.005)
                .organicCarbon(7)
                .tone(0)
                .ece(1)
                .salts(salts)
                .build();
    }
}
