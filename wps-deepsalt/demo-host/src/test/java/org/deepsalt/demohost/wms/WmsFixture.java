/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsRequestBuilder;
import org.deepsalt.demohost.publish.Publisher;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.raster.geotiff.tags.SampleType;

/** A service over a published result, an image of three bands and three points, and ways to ask it. */
final class WmsFixture {
    static final String BASE = "http://localhost:8080/geoserver";
    static final String RESULT = "deepsalt:ece_2024";

    private final Catalog catalog;
    private final WmsService service;

    WmsFixture(Path folder) throws Exception {
        Path directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
        Path samples = directory.resolve("data/sample-layers");
        TestData.samples(samples.resolve("samples"));
        String[] bands = new String[60];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = "band_" + (i + 1);
        }
        Path scene = Files.createDirectories(samples.resolve("enmap"))
                .resolve("ENMAP01-____L2A-DT0000000007_20240815T182144Z_001_V010402_20240816T090210Z-SPECTRAL_"
                        + "IMAGE.TIF");
        TestData.write(
                scene,
                SampleType.INT16,
                "-32768",
                "EPSG:32612",
                bands,
                (band, column, row) -> column == 0 ? -32768 : 50 * (band + 1));
        this.catalog = Catalog.open(directory);
        new Publisher(catalog)
                .publish(
                        TestData.publication("ece_2024", false),
                        new LayerFiles(TestData.result(folder.resolve("result.tif")), null, List.of()));
        this.service = new WmsService(catalog);
    }

    Catalog catalog() {
        return catalog;
    }

    WmsService service() {
        return service;
    }

    /** Parameters of a map of the whole result, one pixel of the map for one of the result. */
    static Map<String, String> wholeMap() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("version", "1.1.1");
        parameters.put("request", "GetMap");
        parameters.put("layers", RESULT);
        parameters.put("styles", "");
        parameters.put("srs", "EPSG:32612");
        double side = TestData.SIDE * TestData.PIXEL;
        parameters.put(
                "bbox",
                TestData.WEST + "," + (TestData.NORTH - side) + "," + (TestData.WEST + side) + "," + TestData.NORTH);
        parameters.put("width", "" + TestData.SIDE);
        parameters.put("height", "" + TestData.SIDE);
        parameters.put("format", "image/png");
        return parameters;
    }

    /** The same with some parameters changed; a null removes one. */
    static Map<String, String> wholeMap(String... changes) {
        return changed(wholeMap(), changes);
    }

    static Map<String, String> changed(Map<String, String> parameters, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                changed.remove(changes[i]);
            } else {
                changed.put(changes[i], changes[i + 1]);
            }
        }
        return changed;
    }

    OwsReply ask(Map<String, String> parameters) {
        return reply(OwsRequest.get(BASE, "wms", parameters));
    }

    OwsReply askWorkspace(String workspace, Map<String, String> parameters) {
        return reply(OwsRequestBuilder.builder()
                .method("GET")
                .endpoint("wms")
                .workspace(workspace)
                .parameters(parameters)
                .contentType("")
                .body(new byte[0])
                .baseUrl(BASE)
                .asker("")
                .build());
    }

    String text(Map<String, String> parameters) throws IOException {
        return new String(bytes(ask(parameters)), StandardCharsets.UTF_8);
    }

    BufferedImage image(Map<String, String> parameters) throws IOException {
        return image(ask(parameters));
    }

    OwsReply reply(OwsRequest request) {
        return service.handle(request).toCompletableFuture().join();
    }

    static BufferedImage image(OwsReply reply) throws IOException {
        byte[] bytes = bytes(reply);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            throw new AssertionError(reply.contentType() + ": " + new String(bytes, StandardCharsets.UTF_8));
        }
        return image;
    }

    static byte[] bytes(OwsReply reply) {
        return ((OwsReply.Bytes) reply.body()).content();
    }
}
