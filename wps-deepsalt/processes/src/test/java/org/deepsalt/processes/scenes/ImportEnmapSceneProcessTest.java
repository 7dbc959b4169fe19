/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Window;
import org.geotools.data.util.DefaultProgressListener;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportEnmapSceneProcessTest {
    private static WorldCatalog catalog;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
    }

    @Test
    void anEstimateOnTheLayerIsThatOnTheProduct() throws Exception {
        float[] direct = pixels(Requests.estimate(catalog, 2).file());
        for (Path product : List.of(original(), zip(folder.resolve("scene.zip")))) {
            Map<String, Object> outputs = execute(product, "imported", null);
            assertThat(outputs).containsEntry("published", "test:imported");
            Publication publication = catalog.published().remove("imported");
            assertThat(publication.companions()).hasSize(9);
            assertThat(publication.style()).isEqualTo("enmap-rgb");
            catalog.add("imported", publication.geoTiff());
            Requests.Estimate request = Requests.estimate(catalog, 2);
            request.enmap = "imported";
            Path estimate = request.file();
            assertThat(pixels(estimate)).isEqualTo(direct);
            catalog.discard(estimate);
            catalog.discard(publication.geoTiff());
        }
    }

    @Test
    void theReportSaysWhatCameIn() throws Exception {
        Map<String, Object> outputs = execute(original(), "reported", null);
        catalog.discard(catalog.published().remove("reported").geoTiff());
        JsonNode report = new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
        assertThat(report.at("/bands/count").asInt()).isEqualTo(224);
        assertThat(report.at("/bands/withoutData")).hasSize(6);
        assertThat(report.at("/bands/withoutData/0").asDouble()).isBetween(1330.0, 1391.0);
        assertThat(report.at("/bands/shortest").asDouble()).isBetween(418.0, 419.0);
        assertThat(report.path("width").asInt()).isEqualTo(WorldCatalog.SIZE);
        assertThat(report.path("crs").asText()).isEqualTo("EPSG:32612");
        assertThat(report.path("quality")).hasSize(8);
        assertThat(report.at("/acquisition/start").asText()).startsWith("2024-08-15");
    }

    @Test
    void everythingWrongWithTheRequestIsToldAtOnce() throws IOException {
        long before = runs();
        assertThatThrownBy(() -> execute(folder.resolve("nothing"), "a/b", null))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("there is no product")
                .hasMessageContaining("layer name 'a/b' is not possible");
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void aProductThatCannotBeUsedLeavesNothing() throws Exception {
        long before = runs();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(empty).hasMessageContaining("holds 0 files named *SPECTRAL_IMAGE.TIF");
        Path cut = Files.createDirectory(folder.resolve("cut"));
        byte[] image = Files.readAllBytes(catalog.file("scene"));
        Files.write(cut.resolve("SPECTRAL_IMAGE.TIF"), Arrays.copyOf(image, image.length / 2));
        assertRefused(cut).hasMessageContaining("'SPECTRAL_IMAGE.TIF' is cut off");
        Path wrong = Files.createDirectory(folder.resolve("wrong"));
        Files.write(wrong.resolve("SPECTRAL_IMAGE.TIF"), image);
        String metadata = Files.readString(metadata());
        Files.writeString(
                wrong.resolve("METADATA.XML"),
                metadata.replace(">" + WorldCatalog.SIZE + "</heightOfOrthoScene>", ">9</heightOfOrthoScene>"));
        assertRefused(wrong).hasMessageContaining("but its metadata say 160 x 9");
        Path evil = folder.resolve("evil.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(evil))) {
            archive.putNextEntry(new ZipEntry("../SPECTRAL_IMAGE.TIF"));
        }
        assertRefused(evil).hasMessageContaining("which leads out of it");
        assertThat(runs()).isEqualTo(before);
        assertThat(catalog.published()).doesNotContainKey("bad");
    }

    @Test
    void aDismissalLeavesNothing() throws IOException {
        long before = runs();
        DefaultProgressListener listener = new DefaultProgressListener() {
            @Override
            public void progress(float percent) {
                setCanceled(percent > 20);
            }
        };
        Path zip = zip(folder.resolve("scene.zip"));
        assertThatThrownBy(() -> execute(zip, "dismissed", listener)).isInstanceOf(CancelledException.class);
        assertThat(runs()).isEqualTo(before);
        assertThat(catalog.published()).doesNotContainKey("dismissed");
    }

    private static Map<String, Object> execute(Path product, String layer, DefaultProgressListener listener) {
        return new ImportEnmapSceneProcess(catalog, Requests.SETTINGS)
                .execute(product.toString(), layer, null, null, listener);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path product) {
        return assertThatThrownBy(() -> execute(product, "bad", null)).isInstanceOf(ProcessException.class);
    }

    private static Path original() {
        return catalog.file("scene").getParent();
    }

    private static Path metadata() throws IOException {
        try (Stream<Path> files = Files.list(original())) {
            return files.filter(file -> file.toString().toUpperCase(Locale.ROOT).endsWith("METADATA.XML"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The product's folder inside a ZIP, as the mission's portal gives it. */
    private static Path zip(Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream archive = new ZipOutputStream(file);
                Stream<Path> files = Files.list(original())) {
            for (Path one : files.sorted().toList()) {
                archive.putNextEntry(new ZipEntry("ENMAP01/" + one.getFileName()));
                Files.copy(one, archive);
            }
        }
        return target;
    }

    private static float[] pixels(Path file) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (RasterSource source = RasterSource.open("result", reader)) {
            float[] values = new float[5 * WorldCatalog.SIZE * WorldCatalog.SIZE];
            source.read(new Window(0, 0, WorldCatalog.SIZE, WorldCatalog.SIZE), new int[] {0, 1, 2, 3, 4}, values);
            return values;
        } finally {
            reader.dispose();
        }
    }

    private static long runs() throws IOException {
        try (Stream<Path> files = Files.list(catalog.results())) {
            return files.count();
        }
    }
}
