/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.deepsalt.raster.enmap.EnmapMetadataReader;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.geotiff.GdalMetadata;
import org.deepsalt.raster.geotiff.GeoTiffTags;
import org.deepsalt.raster.geotiff.SampleType;
import org.deepsalt.raster.geotiff.TiffLayout;
import org.deepsalt.raster.geotiff.TiledTiffWriter;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.process.ProcessException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes at the edge of what there is: a right result or a clear message. */
class OddScenesTest {
    private static final int TILE = 16;

    private static WorldCatalog catalog;
    private static List<SpectralBand> bands;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        Optional<Path> metadata = EnmapProduct.at(catalog.file("scene")).metadata();
        bands = EnmapMetadataReader.read(metadata.orElseThrow()).bands();
    }

    @Test
    void aSceneOfNoDataHasNoEstimatesAndSaysSo() throws Exception {
        JsonNode report = estimate(write("nothing.tif", 12, -32768, "EPSG:32612", "-32768"));
        assertThat(report.at("/pixels/estimated").asInt()).isZero();
        assertThat(report.at("/pixels/masked/background").asInt()).isEqualTo(144);
        assertThat(report.at("/salinity/meanEce").isNull()).isTrue();
        assertThat(report.at("/applicability/verdict").asText()).isEqualTo("no pixel could be estimated");
    }

    @Test
    void noDataNeedsNoDeclaration() throws Exception {
        JsonNode report = estimate(write("undeclared.tif", 3, -32768, "EPSG:32612", null));
        assertThat(report.at("/pixels/masked/background").asInt()).isEqualTo(9);
    }

    @Test
    void onePixelIsAScene() throws Exception {
        JsonNode report = estimate(write("pixel.tif", 1, 2500, "EPSG:32612", "-32768"));
        assertThat(report.at("/pixels/estimated").asInt()).isEqualTo(1);
        assertThat(report.at("/salinity/meanEce").asDouble()).isBetween(0.0, 77.0);
    }

    @Test
    void aSceneWithoutCrsIsRefused() throws Exception {
        Path file = write("nowhere.tif", 4, 2500, null, "-32768");
        assertThatThrownBy(() -> estimate(file))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("layer 'odd' has no coordinate reference system: give it one");
    }

    private static JsonNode estimate(Path file) throws IOException {
        catalog.add("odd", file);
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.enmap = "odd";
        request.covariates =
                new String[] {"sand=30", "clay=20", "tmin=2", "tmax=18", "tavg=10", "pmin=10", "pmax=30", "pavg=20"};
        Map<String, Object> outputs = request.run();
        GridCoverage2D coverage = (GridCoverage2D) outputs.get("coverage");
        catalog.discard(((ResultCoverage) coverage).file());
        coverage.dispose(true);
        return new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
    }

    private Path write(String name, int side, float value, String crs, String noData)
            throws IOException, FactoryException {
        GdalMetadata metadata = new GdalMetadata();
        for (int band = 0; band < bands.size(); band++) {
            metadata.put(
                    band, "wavelength", String.valueOf(bands.get(band).band().centre()));
        }
        AffineTransform place = new AffineTransform(30, 0, 0, -30, 500_000, 4_300_000);
        Grid grid = new Grid(side, side, place, crs == null ? null : CRS.decode(crs, true));
        TiffLayout layout = new TiffLayout(side, side, bands.size(), SampleType.INT16, TILE, true);
        float[] samples = new float[bands.size() * TILE * TILE];
        Arrays.fill(samples, value);
        Path file = folder.resolve(name);
        try (TiledTiffWriter writer =
                new TiledTiffWriter(file, layout, new GeoTiffTags(grid, noData, metadata), List.of())) {
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }
}
