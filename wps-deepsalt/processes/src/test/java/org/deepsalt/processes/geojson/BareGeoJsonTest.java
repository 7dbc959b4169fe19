/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareGeoJsonTest {
    private static String inValues(String request, Charset charset) {
        return new String(BareGeoJson.inValues(request.getBytes(charset)), StandardCharsets.US_ASCII);
    }

    @Test
    void geoJsonGoesIntoAValueAndTheRestStays() {
        assertThat(inValues("""
                        {"inputs":{"enmap":"a:b","covariate":["x","y"],
                          "region":{"type":"Polygon","coordinates":[[[1.5,2e400]]]}},
                         "response":"raw"}""", StandardCharsets.UTF_8))
                .isEqualTo("{\"inputs\":{\"enmap\":\"a:b\",\"covariate\":[\"x\",\"y\"],\"region\":{\"value\":"
                        + "{\"type\":\"Polygon\",\"coordinates\":[[[1.5,2E+400]]]}}},\"response\":\"raw\"}");
    }

    /** GeoServer would take the bounds of a feature for a bounding box. */
    @Test
    void aFeatureKeepsItsBounds() {
        assertThat(inValues("{\"inputs\":{\"region\":{\"type\":\"Feature\",\"bbox\":[1]}}}", StandardCharsets.UTF_8))
                .isEqualTo("{\"inputs\":{\"region\":{\"value\":{\"type\":\"Feature\",\"bbox\":[1]}}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void lettersOfAllCharsetsStay(String charset) {
        assertThat(inValues(
                        "{\"inputs\":{\"model\":\"süd\",\"region\":{\"type\":\"Point\"}}}", Charset.forName(charset)))
                .isEqualTo("{\"inputs\":{\"model\":\"s\\u00FCd\",\"region\":{\"value\":{\"type\":\"Point\"}}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "null",
                "{\"inputs\":",
                "{\"inputs\":[{\"type\":\"Polygon\"}]}",
                "{\"inputs\":{\"region\":{\"value\":{\"type\":\"Polygon\"}}}}",
                "{\"inputs\":{\"region\":{\"value\":\"{}\",\"mediaType\":\"application/json\",\"type\":\"Polygon\"}}}",
                "{\"inputs\":{\"region\":{\"href\":\"x\",\"type\":\"Polygon\"}}}",
                "{\"inputs\":{\"region\":{\"bbox\":[1,2,3,4]}}}",
                "{\"inputs\":{\"region\":\"Polygon\",\"type\":\"Polygon\"}}"
            })
    void whatIsNoBareGeoJsonIsNotTouched(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        assertThat(BareGeoJson.inValues(bytes)).isSameAs(bytes);
    }

    @Test
    void aNestingThatNobodyReadsIsLeftToTheReader() {
        byte[] bytes = ("{\"inputs\":{\"region\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(BareGeoJson.inValues(bytes)).isSameAs(bytes);
    }
}
