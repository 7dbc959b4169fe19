/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextureClassTest {
    /** Corners of the triangle as the Soil Survey Manual words them. */
    @ParameterizedTest
    @CsvSource({
        "92, 5, SAND",
        "85, 10, LOAMY_SAND",
        "82, 6, LOAMY_SAND",
        "65, 10, SANDY_LOAM",
        "52.5, 19, SANDY_LOAM",
        "45, 5, SILT_LOAM",
        "51, 5, SANDY_LOAM",
        "52, 19, LOAM",
        "40, 20, LOAM",
        "20, 15, SILT_LOAM",
        "8, 10, SILT",
        "8, 12, SILT_LOAM",
        "60, 25, SANDY_CLAY_LOAM",
        "46, 34, SANDY_CLAY_LOAM",
        "45, 27, CLAY_LOAM",
        "20.1, 39, CLAY_LOAM",
        "20, 39, SILTY_CLAY_LOAM",
        "46, 35, SANDY_CLAY",
        "10, 45, SILTY_CLAY",
        "20, 60, CLAY",
        "45, 40, CLAY",
        "0, 100, CLAY",
        "100, 0, SAND",
        "0, 0, SILT"
    })
    void boundsOfTheTriangle(double sand, double clay, TextureClass expected) {
        assertThat(TextureClass.of(sand, clay)).contains(expected);
    }

    @Test
    void everySoilHasExactlyTheClassWhoseWordsFitIt() {
        Set<TextureClass> seen = EnumSet.noneOf(TextureClass.class);
        for (int sand = 0; sand <= 100; sand++) {
            for (int clay = 0; clay <= 100 - sand; clay++) {
                TextureClass found = TextureClass.of(sand, clay).orElseThrow();
                seen.add(found);
                assertThat(words(sand, 100 - sand - clay, clay))
                        .as("sand %d clay %d", sand, clay)
                        .containsExactly(found);
            }
        }
        assertThat(seen).hasSize(12);
    }

    @Test
    void whatIsNoSoilHasNoClass() {
        assertThat(TextureClass.of(80, 30)).isEmpty();
        assertThat(TextureClass.of(-1, 30)).isEmpty();
        assertThat(TextureClass.of(Double.NaN, 30)).isEmpty();
        assertThat(TextureClass.of(60, 40.5)).contains(TextureClass.SANDY_CLAY);
    }

    /** Each class by its own definition in the manual, independent of the others. */
    private static Set<TextureClass> words(int sand, int silt, int clay) {
        Set<TextureClass> all = EnumSet.noneOf(TextureClass.class);
        add(all, TextureClass.SAND, silt + 1.5 * clay < 15);
        add(all, TextureClass.LOAMY_SAND, silt + 1.5 * clay >= 15 && silt + 2 * clay < 30);
        add(
                all,
                TextureClass.SANDY_LOAM,
                silt + 2 * clay >= 30 && ((clay >= 7 && clay < 20 && sand > 52) || (clay < 7 && silt < 50)));
        add(all, TextureClass.LOAM, clay >= 7 && clay < 27 && silt >= 28 && silt < 50 && sand <= 52);
        add(all, TextureClass.SILT_LOAM, silt >= 50 && clay < 27 && (clay >= 12 || silt < 80));
        add(all, TextureClass.SILT, silt >= 80 && clay < 12);
        add(all, TextureClass.SANDY_CLAY_LOAM, clay >= 20 && clay < 35 && silt < 28 && sand > 45);
        add(all, TextureClass.CLAY_LOAM, clay >= 27 && clay < 40 && sand > 20 && sand <= 45);
        add(all, TextureClass.SILTY_CLAY_LOAM, clay >= 27 && clay < 40 && sand <= 20);
        add(all, TextureClass.SANDY_CLAY, clay >= 35 && sand > 45);
        add(all, TextureClass.SILTY_CLAY, clay >= 40 && silt >= 40);
        add(all, TextureClass.CLAY, clay >= 40 && sand <= 45 && silt < 40);
        return all;
    }

    private static void add(Set<TextureClass> all, TextureClass one, boolean fits) {
        if (fits) {
            all.add(one);
        }
    }
}
