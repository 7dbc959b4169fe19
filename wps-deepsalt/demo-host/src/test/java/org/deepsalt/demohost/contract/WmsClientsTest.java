/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.http.HttpHost;
import org.deepsalt.demohost.publish.Publisher;
import org.deepsalt.demohost.wms.WmsService;
import org.deepsalt.processes.catalog.LayerFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GDAL and OWSLib read our maps over HTTP. */
class WmsClientsTest {
    private static final int NON_SALINE = 0x2C7BB6;

    @TempDir
    static Path folder;

    private static HttpHost host;

    @BeforeAll
    static void serve() throws Exception {
        Catalog catalog = Catalog.open(ShippedData.withoutSampleWorld(folder.resolve("data-directory")));
        new Publisher(catalog)
                .publish(
                        TestData.publication("ece_2024", false),
                        new LayerFiles(TestData.result(folder.resolve("result.tif")), null, List.of()));
        host = HttpHost.start("127.0.0.1", 0, Set.of(), List.of(new WmsService(catalog)), List.of());
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void gdalFindsTheLayerAndDrawsIt() throws Exception {
        Tool.require(folder, "gdalinfo", "--version");
        String listed = Tool.run(folder, "gdalinfo", "WMS:" + host.url() + "/wms");
        assertThat(listed).contains("SUBDATASET_1_DESC=Salinity <of> a test");
        String map = listed.lines()
                .filter(line -> line.contains("SUBDATASET_1_NAME="))
                .map(line -> line.replaceFirst(".*?=", ""))
                .findFirst()
                .orElseThrow();
        Tool.run(
                folder,
                "gdal_translate",
                "-q",
                "-of",
                "PNG",
                "-outsize",
                "96",
                "96",
                map + "&FORMAT=image/png",
                "found.png");
        BufferedImage image = ImageIO.read(folder.resolve("found.png").toFile());
        Set<Integer> colors = new HashSet<>();
        for (int i = 0; i < image.getWidth(); i++) {
            colors.add(image.getRGB(i, image.getHeight() / 2) & 0xFFFFFF);
        }
        assertThat(colors).contains(NON_SALINE, 0xABD9E9, 0xD7191C);
    }

    @Test
    void gdalFetchesAMap() throws Exception {
        Tool.require(folder, "gdal_translate", "--version");
        double side = TestData.SIDE * TestData.PIXEL;
        Path description = folder.resolve("wms.xml");
        Files.writeString(
                description,
                """
                <GDAL_WMS>
                  <Service name="WMS">
                    <Version>1.3.0</Version>
                    <ServerUrl>%s/wms?</ServerUrl>
                    <Layers>deepsalt:ece_2024</Layers>
                    <CRS>EPSG:32612</CRS>
                    <ImageFormat>image/png</ImageFormat>
                  </Service>
                  <DataWindow>
                    <UpperLeftX>%s</UpperLeftX>
                    <UpperLeftY>%s</UpperLeftY>
                    <LowerRightX>%s</LowerRightX>
                    <LowerRightY>%s</LowerRightY>
                    <SizeX>%d</SizeX>
                    <SizeY>%d</SizeY>
                  </DataWindow>
                  <Projection>EPSG:32612</Projection>
                  <BandsCount>3</BandsCount>
                </GDAL_WMS>
                """.formatted(
                                host.url(),
                                TestData.WEST,
                                TestData.NORTH,
                                TestData.WEST + side,
                                TestData.NORTH - side,
                                TestData.SIDE,
                                TestData.SIDE),
                StandardCharsets.UTF_8);
        Tool.run(folder, "gdal_translate", "-q", "-of", "PNG", description.toString(), "gdal.png");
        BufferedImage map = ImageIO.read(folder.resolve("gdal.png").toFile());
        assertThat(map.getWidth()).isEqualTo(TestData.SIDE);
        assertThat(map.getRGB(3, 3) & 0xFFFFFF).isEqualTo(NON_SALINE);
        assertThat(map.getRGB(TestData.BLOCK + 3, 3) & 0xFFFFFF).isEqualTo(0xABD9E9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1", "1.3.0"})
    void owslibReadsCapabilitiesAndFetchesAMap(String version) throws Exception {
        Tool.require(folder, Tool.python("import owslib"));
        String program = """
                import sys
                from owslib.wms import WebMapService
                base, version, file = sys.argv[1:4]
                wms = WebMapService(base + '/wms', version=version)
                layer = wms['deepsalt:ece_2024']
                print(wms.identification.title, '|', wms.provider.contact.organization)
                print(layer.title, '|', layer.queryable, '|', sorted(layer.crsOptions))
                print(layer.boundingBoxWGS84)
                print(layer.styles['ece-classes']['title'], '|', layer.styles['ece-classes']['legend'])
                print(wms.getOperationByName('GetMap').formatOptions)
                west, south, east, north = 400000, 4397120, 402880, 4400000
                image = wms.getmap(layers=[layer.name], styles=['ece-classes'], srs='EPSG:32612',
                    bbox=(west, south, east, north), size=(96, 96), format='image/png', transparent=True)
                open(file, 'wb').write(image.read())
                info = wms.getfeatureinfo(layers=[layer.name], query_layers=[layer.name], srs='EPSG:32612',
                    bbox=(west, south, east, north), size=(96, 96), info_format='application/json', xy=(3, 3))
                print(info.read().decode())
                try:
                    wms.getmap(layers=['none'], srs='EPSG:4326', bbox=(0, 0, 1, 1), size=(9, 9), format='image/png')
                except Exception as e:
                    print(type(e).__name__, e)
                """;
        String said = Tool.run(folder, Tool.python(program, host.url(), version, "owslib.png"));
        assertThat(said)
                .contains("Soil salinity maps | DeepSalt")
                .contains("Salinity <of> a test | 1 | ['CRS:84', 'EPSG:32612', 'EPSG:3857', 'EPSG:4326']")
                .contains("(-112.16")
                .contains("Soil salinity ECe (dS/m), FAO/USDA classes | " + host.url())
                .contains("['image/png', 'image/jpeg']")
                .contains("\"ece\":1,\"ece_lower\":0.5")
                .contains("ServiceException")
                .contains("there is no layer 'none'");
        BufferedImage map = ImageIO.read(folder.resolve("owslib.png").toFile());
        assertThat(map.getRGB(3, 3)).isEqualTo(0xFF000000 | NON_SALINE);
        assertThat(map.getRGB(5 * TestData.BLOCK + 3, 3)).isZero();
    }
}
