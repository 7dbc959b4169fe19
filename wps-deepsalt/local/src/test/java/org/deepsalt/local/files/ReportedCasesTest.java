/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.enmap.ProductArchive;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files of troubles that people report of other software, beside the project; skipped where they are not. */
class ReportedCasesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bom.csv", "semi.csv", "uc.csv"})
    void samplesOfAllSpreadsheetsAreTheSame(String name) {
        List<PointFeature> wanted = CsvPoints.read(file("13-samples-csv-headers/ref.csv"));
        List<PointFeature> got = CsvPoints.read(file("13-samples-csv-headers/" + name));
        assertThat(got).hasSize(wanted.size());
        for (int i = 0; i < got.size(); i++) {
            assertThat(got.get(i).longitude()).isEqualTo(wanted.get(i).longitude());
            assertThat(got.get(i).latitude()).isEqualTo(wanted.get(i).latitude());
            assertThat(got.get(i).attributes().values())
                    .containsExactlyElementsOf(wanted.get(i).attributes().values());
        }
    }

    @Test
    void pointsInUtmAreWhereTheOnesInDegreesAre() {
        try (FileCatalog files = new FileCatalog(null, ArchiveLimits.STANDARD)) {
            List<PointFeature> wanted =
                    files.points(file("06-geojson-points-crs/ref.geojson").toString());
            List<PointFeature> got =
                    files.points(file("06-geojson-points-crs/utm.geojson").toString());
            assertThat(got).hasSize(wanted.size());
            for (int i = 0; i < got.size(); i++) {
                assertThat(got.get(i).longitude()).isEqualTo(wanted.get(i).longitude(), within(1e-5));
                assertThat(got.get(i).latitude()).isEqualTo(wanted.get(i).latitude(), within(1e-5));
            }
            String nad27 = file("06-geojson-points-crs/nad27.geojson").toString();
            assertThatThrownBy(() -> files.points(nad27))
                    .isInstanceOf(DeepSaltException.class)
                    .hasMessageContaining("EPSG:4267");
        }
    }

    @Test
    void overlappingPartsCountOnce() {
        String zones = file("10-multipart-overlap/multi_overlap.geojson").toString();
        try (FileCatalog files = new FileCatalog(null, ArchiveLimits.STANDARD);
                RasterLayer layer =
                        files.raster(file("10-multipart-overlap/f32.tif").toString());
                RasterSource map = RasterSource.open("map", layer.reader())) {
            Zone zone = files.zones(zones).get(0);
            Optional<RegionMask> mask = RegionMask.ifInside(map.grid(), zone.geometry(), zone.crs(), Progress.SILENT);
            assertThat(new ZoneStatistics(map, 0, OptionalInt.empty(), List.of(mask))
                            .run(Progress.SILENT)
                            .zones()
                            .get(0)
                            .salinity()
                            .pixels())
                    .isEqualTo(63);
        }
    }

    @Test
    void aProjectionFileBesideAGeoTiffDoesNotWin() {
        var reader = GeoTiffs.reader(file("11-prj-sidecar/g_prj.tif"));
        assertThat(reader.getCoordinateReferenceSystem().getName().getCode()).contains("WGS 84 / UTM zone 12N");
        reader.dispose();
    }

    @ParameterizedTest
    @CsvSource({"c_igh.tif, Homolosine", "c_6933.tif, EPSG:6933"})
    void aCrsThatIsNotReadIsNamed(String name, String crs) {
        Path file = file("14-wrong-remedy-codecs-crs/" + name);
        assertThatThrownBy(() -> GeoTiffs.reader(file))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining(crs)
                .hasMessageContaining("gdalwarp -t_srs EPSG:32612 in.tif out.tif")
                .hasMessageNotContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flip3.zip", "flip5.zip"})
    void aFlippedByteIsFound(String name) {
        Path zip = file("21-damaged-zip/" + name);
        assertThatThrownBy(() -> ProductArchive.unpack(zip, folder, ArchiveLimits.STANDARD, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("-SPECTRAL_IMAGE.TIF' does not have the checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dims_op_oc_1.tar.gz", "nested.zip", "inner.ZIP"})
    void archivesAsDeliveredAreUnpacked(String name) {
        Path archive = file("12-delivered-archive/" + name);
        assertThat(ProductArchive.unpack(archive, folder, ArchiveLimits.STANDARD, Progress.SILENT)
                        .spectralImage())
                .isRegularFile();
    }

    private static Path file(String name) {
        Path file = Path.of("../../../shared/data/cases", name);
        assumeTrue(Files.exists(file), "the reported cases are not here: " + name);
        return file;
    }
}
