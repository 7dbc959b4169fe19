/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names of granules, which are the index of a series. */
class GranuleTest {
    private static final Granule ONE = new Granule(Instant.parse("2025-07-11T23:59:59.7Z"), "0123456789ab");

    @Test
    void aFileNameTellsItsGranule() {
        assertThat(ONE.fileName("ece")).isEqualTo("ece-20250711T235959Z-0123456789ab.tif");
        assertThat(Granule.of("ece", ONE.fileName("ece"))).contains(ONE);
        assertThat(ONE.day()).isEqualTo(LocalDate.of(2025, 7, 11));
        assertThat(Granule.of("ece", "ece-20251311T235959Z-0123456789ab.tif")).isEmpty();
        assertThat(Granule.of("ece", "ece-2-20250711T235959Z-0123456789ab.tif")).isEmpty();
        assertThat(Granule.of("ece", "ece-20250711T235959Z-0123456789ab.tif.json"))
                .isEmpty();
        assertThatThrownBy(() -> new Granule(Instant.EPOCH, "xyz")).hasMessageContaining("key is 'xyz'");
    }

    @Test
    void theKeyIsOfSceneAndModelAlone() {
        Map<String, String> model = Map.of("card.json", "aa", "net/saved_model.pb", "bb");
        String key = Granule.keyOf("ENMAP01-A", model);
        assertThat(key).matches("[0-9a-f]{12}").isEqualTo(Granule.keyOf("ENMAP01-A", new java.util.TreeMap<>(model)));
        assertThat(Granule.keyOf("ENMAP01-B", model)).isNotEqualTo(key);
        assertThat(Granule.keyOf("ENMAP01-A", Map.of("card.json", "aa", "net/saved_model.pb", "bc")))
                .isNotEqualTo(key);
    }

    /** GeoTools takes the whole match of the file's base name, without its ending. */
    @Test
    void aGeoServerReadsTheDayFromTheName() throws IOException {
        Map<String, byte[]> files = SeriesFolder.properties("ece-20240101T000000Z-aaaaaaaaaaaa");
        Properties regex = new Properties();
        regex.load(new StringReader(new String(files.get("timeregex.properties"), StandardCharsets.ISO_8859_1)));
        String name = ONE.fileName("ece-20240101T000000Z-aaaaaaaaaaaa").replace(".tif", "");
        Matcher matcher = Pattern.compile(regex.getProperty("regex")).matcher(name);
        assertThat(matcher.results().map(java.util.regex.MatchResult::group)).containsExactly("20250711");
        assertThat(regex.getProperty("format")).isEqualTo("yyyyMMdd");
        assertThat(new String(files.get("indexer.properties"), StandardCharsets.ISO_8859_1))
                .contains("TimeAttribute=time", "PropertyCollectors=TimestampFileNameExtractorSPI[timeregex](time)");
    }
}
