/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.PointFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPointsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "longitude,latitude,ECe\n-110.5,39.25,7.5\n",
                "\uFEFFlongitude,latitude,ECe\n-110.5,39.25,7.5\n",
                "Longitude;Latitude;ECe\n-110,5;39,25;7,5\n;;\n",
                "LON\tLAT\tECe\n-110.5\t39.25\t7.5\n\t\t\n"
            })
    void theFormsOfSpreadsheetsAreOne(String text) throws IOException {
        PointFeature point = read(text).get(0);
        assertThat(read(text)).hasSize(1);
        assertThat(point.longitude()).isEqualTo(-110.5);
        assertThat(point.latitude()).isEqualTo(39.25);
        assertThat(point.attributes()).containsEntry("ECe", 7.5);
    }

    @Test
    void namesThatDifferInCaseAreTwoColumns() throws IOException {
        assertThat(read("longitude,latitude,ece,ECe\n1,2,3,4\n").get(0).attributes())
                .containsEntry("ece", 3.0)
                .containsEntry("ECe", 4.0);
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertRefused("several columns named ece", "longitude,latitude,ece,ece\n1,2,3,4\n");
        assertRefused("wants columns 'longitude' and 'latitude'", "x,y\n1,2\n");
        assertRefused("line 2: wanted numbers", "longitude,latitude\n0x1p3,2\n");
        assertRefused("line 3: it has 2 cells, the header has 3", "longitude,latitude,ece\n1,2,3\n1,2\n");
        assertRefused("decimal point and numbers with a decimal comma", "longitude;latitude;ece\n1,5;2,5;1.234\n");
        assertRefused("is empty", "");
        assertRefused(
                "a quote that opens in line 3 is never closed", "longitude,latitude,note\n1,2,a\n1,2,\"b\n1,2,c\n");
        assertRefused("a point lies at 39.0, -110.1, wanted a longitude", "longitude,latitude\n39.0,-110.1\n");
    }

    @Test
    void aNumberWithALetterIsAText() throws IOException {
        assertThat(read("longitude,latitude,ece\n1,2,5.3f\n").get(0).attributes())
                .containsEntry("ece", "5.3f");
    }

    private void assertRefused(String message, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("samples 'points.csv'")
                .hasMessageContaining(message);
    }

    private List<PointFeature> read(String text) throws IOException {
        return CsvPoints.read(Files.writeString(folder.resolve("points.csv"), text));
    }
}
