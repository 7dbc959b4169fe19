/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.sampling.PixelCentres;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.Test;

class SpectralProfileProcessTest {
    private final WorldCatalog catalog = WorldCatalog.shared();

    @Test
    void aPointsSpectrumIsThatOfItsPixel() throws Exception {
        String middle = place(80, 70);
        JsonNode profile =
                profile(middle, "POINT (" + place(0, 0) + ")", place(90, 75).replace(' ', ','));
        assertThat(profile.path("wavelengths")).hasSize(224);
        assertThat(profile.at("/wavelengths/0").asDouble()).isBetween(418.0, 419.0);
        assertThat(profile.at("/detectors/223").asText()).isEqualTo("SWIR");
        JsonNode first = profile.at("/points/0");
        assertThat(first.path("column").asInt()).isEqualTo(80);
        assertThat(first.path("row").asInt()).isEqualTo(70);
        assertThat(first.path("reflectances")).hasSize(224);
        float[] expected = new float[224];
        try (RasterLayer layer = catalog.raster("scene");
                RasterSource source = RasterSource.open("scene", layer.reader())) {
            int[] bands = java.util.stream.IntStream.range(0, 224).toArray();
            source.read(new Window(80, 70, 1, 1), bands, expected);
        }
        int empty = 0;
        for (int band = 0; band < expected.length; band++) {
            JsonNode value = first.path("reflectances").get(band);
            empty += value.isNull() ? 1 : 0;
            assertThat(value.isNull()).isEqualTo(Float.isNaN(expected[band]));
            if (!value.isNull()) {
                assertThat(value.floatValue()).isEqualTo(expected[band] * 1e-4f);
            }
        }
        assertThat(empty).isEqualTo(6);
        assertThat(profile.at("/points/1/mask").asText()).isEqualTo("background");
        assertThat(profile.at("/points/1/reflectances/5").isNull()).isTrue();
        assertThat(profile.at("/points/2/column").asInt()).isEqualTo(90);
    }

    @Test
    void pointsThatCannotBeAreToldAtOnce() {
        assertThatThrownBy(() -> profile("here", "200 10", "1;2"))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("point 'here' is not understood, wanted longitude and latitude")
                .hasMessageContaining("point '200 10' is not on the earth")
                .hasMessageContaining("point '1;2' is not understood");
        assertThatThrownBy(() -> profile("10 50", "11 51"))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("point '10 50' lies outside the scene, which covers longitude -110.")
                .hasMessageContaining("point '11 51' lies outside the scene");
    }

    private JsonNode profile(String... points) throws Exception {
        return new ObjectMapper()
                .readTree(new SpectralProfileProcess(catalog)
                        .execute("scene", points, null)
                        .json());
    }

    private String place(int column, int row) {
        try (RasterLayer layer = catalog.raster("scene")) {
            Grid grid = RasterSource.gridOf(layer.reader());
            double[] at = new PixelCentres(grid).of(column, row);
            return String.format(Locale.ROOT, "%.7f %.7f", at[0], at[1]);
        }
    }
}
