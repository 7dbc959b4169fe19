/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A published estimate, seen through the services that show it, has the values of its file. */
@Timeout(300)
class PublishedLayerContractTest {
    private static final String LAYER = "deepsalt:" + ContractHost.layer("contract_shown");
    /** The whole sample scene, a pixel of the map for each of its own. */
    private static final String BOX = "&bbox=576000,4315380,579840,4319220&width=128&height=128";

    private static final int SIDE = 128;
    private static final Set<Integer> COLOURS = Set.of(0x2C7BB6, 0xABD9E9, 0xFFFFBF, 0xFDAE61, 0xD7191C);

    @TempDir
    static Path folder;

    private static WpsClient client;
    private static String url;
    private static Path file;

    @BeforeAll
    static void publish() throws IOException {
        ContractHost host = ContractHost.shared();
        url = host.url();
        client = new WpsClient(url);
        WpsRequest request = WpsRequest.estimate().input("layer", LAYER).input("overwrite", "true");
        byte[] bytes = client.post(request.raw("coverage")).bytes();
        file = Files.write(folder.resolve("ece.tif"), bytes);
        TiffFile.open(file).requireWhole();
    }

    @Test
    void theMapHasTheColoursOfTheClasses() throws IOException {
        BufferedImage map = map("GetMap&transparent=true&format=image/png&layers=" + LAYER);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < map.getWidth() * map.getHeight(); i++) {
            int colour = map.getRGB(i % map.getWidth(), i / map.getWidth());
            if (colour >>> 24 == 0xFF) {
                seen.add(colour & 0xFFFFFF);
            }
        }
        assertThat(seen).isNotEmpty().isSubsetOf(COLOURS);
    }

    /** GeoServer's maps without transparency showed the first colour of a map of intervals as background. */
    @Test
    void noClassIsLostWhereTheMapIsNotTransparent() throws IOException {
        BufferedImage transparent = map("GetMap&transparent=true&format=image/png&layers=" + LAYER);
        BufferedImage opaque = map("GetMap&format=image/png&layers=" + LAYER);
        for (int i = 0; i < opaque.getWidth() * opaque.getHeight(); i++) {
            int colour = transparent.getRGB(i % opaque.getWidth(), i / opaque.getWidth());
            if (colour >>> 24 == 0xFF) {
                assertThat(opaque.getRGB(i % opaque.getWidth(), i / opaque.getWidth()))
                        .isEqualTo(colour);
            }
        }
    }

    @Test
    void everyFurtherStyleDraws() throws IOException {
        for (String style : new String[] {"ece-ramp", "interval-width", "applicability", "mask-reasons"}) {
            BufferedImage map = map("GetMap&transparent=true&format=image/png&layers=" + LAYER + "&styles=" + style);
            assertThat(map).as(style).isNotNull();
        }
    }

    @Test
    void aPixelHasTheValuesOfTheFile() throws IOException {
        Raster pixels = pixels(file);
        int place = IntStream.range(0, SIDE * SIDE)
                .filter(i -> !Float.isNaN(pixels.getSampleFloat(i % SIDE, i / SIDE, 0)))
                .skip(1000)
                .findFirst()
                .orElseThrow();
        JsonNode found = new ObjectMapper()
                .readTree(client.fetch(wms("GetFeatureInfo&info_format=application/json&styles=&layers=" + LAYER
                                + "&query_layers=" + LAYER + "&x=" + place % SIDE + "&y=" + place / SIDE))
                        .body())
                .path("features")
                .path(0)
                .path("properties");
        assertThat(found.path("ece").floatValue())
                .isCloseTo(pixels.getSampleFloat(place % SIDE, place / SIDE, 0), within(1e-5f));
        assertThat(found.path("ece_width").floatValue())
                .isCloseTo(pixels.getSampleFloat(place % SIDE, place / SIDE, 5), within(1e-4f));
    }

    @Test
    void theLegendIsAPicture() throws IOException {
        WpsClient.Answer legend = client.fetch(
                url + "/wms?service=WMS&version=1.1.1&request=GetLegendGraphic&format=image/png&layer=" + LAYER);
        assertThat(ImageIO.read(new ByteArrayInputStream(legend.bytes())).getHeight())
                .isGreaterThan(50);
    }

    /** The demo host has no WCS. */
    @Test
    void wcsGivesTheValuesOfTheFile() throws IOException {
        assumeTrue(ContractHost.isGiven(), "skipped: only GeoServer has a WCS");
        WpsClient.Answer answer = client.fetch(url + "/wcs?service=WCS&version=2.0.1&request=GetCoverage&coverageId="
                + LAYER.replace(":", "__") + "&format=image/tiff");
        Raster served = pixels(Files.write(folder.resolve("wcs.tif"), answer.bytes()));
        Raster own = pixels(file);
        float[] expected = own.getPixels(0, 0, own.getWidth(), own.getHeight(), (float[]) null);
        assertThat(served.getPixels(0, 0, served.getWidth(), served.getHeight(), (float[]) null))
                .isEqualTo(expected);
    }

    private static BufferedImage map(String request) throws IOException {
        String styled = request.contains("styles=") ? request : request + "&styles=";
        return ImageIO.read(new ByteArrayInputStream(client.fetch(wms(styled)).bytes()));
    }

    private static String wms(String request) {
        return url + "/wms?service=WMS&version=1.1.1&srs=EPSG:32612" + BOX + "&request=" + request;
    }

    private static Raster pixels(Path tiff) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(tiff.toFile());
        GridCoverage2D coverage = reader.read(null);
        try {
            return coverage.getRenderedImage().getData();
        } finally {
            coverage.dispose(true);
            reader.dispose();
        }
    }
}
