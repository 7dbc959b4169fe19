/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deepsalt.world.region.Place;
import org.deepsalt.world.satellite.Scene;

/**
 * METADATA.XML of a synthetic scene, with the elements at the places where EnMAP's own products have them (root {@code
 * level_X}, no namespace). What only a real instrument could tell, such as telemetry and orbits, is left out.
 */
final class MetadataXml {
    static final String SUFFIX = "METADATA.XML";

    private static final String ROOT = "level_X";
    private static final String NOTE = "SYNTHETIC: made by DeepSalt's world generator, not measured by EnMAP";
    private static final String REVISION = "01.04.02";

    /** Time between two lines of the sensor. */
    private static final Duration LINE = Duration.ofNanos(4_400_000);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Scene scene;
    private final ProductName name;
    private final SceneStatistics statistics;
    private final Path folder;
    private final Place.Projection geographic;
    private final Instant start;
    private final Instant stop;
    private final XmlTree xml = new XmlTree(ROOT);

    MetadataXml(Scene scene, ProductName name, SceneStatistics statistics, Path folder) {
        this.scene = scene;
        this.name = name;
        this.statistics = statistics;
        this.folder = folder;
        this.geographic = scene.place().to("EPSG:4326");
        this.start = name.start();
        this.stop = start.plus(LINE.multipliedBy(scene.grid().height()));
    }

    /** The whole document. */
    byte[] bytes() throws IOException {
        putMetadata();
        putProcessing();
        putBase();
        new MetadataSpecific(scene, name, statistics, times()).put(xml, this::putPolygon);
        putProduct();
        return xml.finish(ROOT);
    }

    private MetadataSpecific.Times times() {
        return new MetadataSpecific.Times(TIME.format(start), TIME.format(stop), TIME.format(name.processed()));
    }

    private void putMetadata() {
        xml.open("metadata");
        xml.open("schema");
        xml.text("copyright", NOTE);
        xml.text("versionSchema", "00.02.00");
        xml.text("name", "metadata_Lx_00-02-00.xsd");
        xml.text("processingLevel", "L2A");
        xml.close("schema");
        xml.text("name", name.file(SUFFIX));
        xml.text("comment", NOTE);
        xml.text("copyright", "(c) 2026 the DeepSalt developers");
        xml.text("citation", "SYNTHETIC scene of DeepSalt's sample world");
        xml.close("metadata");
    }

    private void putProcessing() {
        xml.open("processing");
        xml.text("terrainCorrection", "No");
        xml.text("ozoneValue", 300);
        xml.text("season", "summer");
        xml.text("productFormat", "GeoTIFF+Metadata");
        xml.text("mapProjection", "UTM_Zone_of_Scene_Center");
        xml.text("imageResampling", "Bilinear_Interpolation");
        xml.text("correctionType", "Land_Mode");
        xml.text("cirrusHazeRemoval", "No");
        xml.text("bandInterpolation", "No");
        xml.text("waterType", "Turbid");
        xml.close("processing");
    }

    private void putBase() throws IOException {
        xml.open("base");
        xml.open("spatialCoverage");
        putPolygon();
        xml.close("spatialCoverage");
        xml.open("temporalCoverage");
        xml.text("startTime", TIME.format(start));
        xml.text("stopTime", TIME.format(stop));
        xml.close("temporalCoverage");
        xml.text("revision", REVISION);
        xml.text("sphere", "earth");
        xml.text("format", "ENMAP_L2A");
        xml.text("level", "L2A");
        xml.text("size", Files.size(name.in(folder, ProductFiles.SPECTRAL_IMAGE)));
        xml.text("archivedVersion", REVISION);
        xml.close("base");
    }

    /** The footprint, closed by its first corner and followed by the centre. */
    private void putPolygon() {
        List<Point2D.Double> corners = scene.footprint().corners();
        String[] frames = {"upper_left", "lower_left", "lower_right", "upper_right"};
        xml.open("boundingPolygon");
        for (int i = 0; i <= frames.length; i++) {
            int corner = i % frames.length;
            boolean early = corner == 0 || corner == frames.length - 1;
            putPoint(frames[corner], corners.get(corner), early ? start : stop);
        }
        putPoint(
                "center",
                new Point2D.Double(),
                start.plus(Duration.between(start, stop).dividedBy(2)));
        xml.close("boundingPolygon");
    }

    private void putPoint(String frame, Point2D.Double at, Instant time) {
        Point2D.Double degrees = geographic.of(at.x, at.y);
        xml.open("point");
        xml.text("frame", frame);
        xml.text("latitude", String.format(Locale.ROOT, "%.7f", degrees.y), "unit", "DEG");
        xml.text("longitude", String.format(Locale.ROOT, "%.7f", degrees.x), "unit", "DEG");
        xml.text("utcTime", TIME.format(time));
        xml.close("point");
    }

    private void putProduct() throws IOException {
        xml.open("product");
        xml.open("image");
        xml.open("merge");
        xml.text("channels", scene.bands().count());
        putFile(ProductFiles.SPECTRAL_IMAGE);
        xml.open("dimension");
        xml.text("columns", scene.grid().width());
        xml.text("rows", scene.grid().height());
        xml.close("dimension");
        xml.close("merge");
        xml.close("image");
        xml.open("ortho");
        xml.text("projection", "UTM_Zone" + scene.place().zone() + "_North");
        xml.text("resolution", 30);
        xml.text("resampling", "bilinear");
        xml.close("ortho");
        putFiles();
        putBandStatistics();
        xml.close("product");
    }

    /** All files beside this one, by name as EnMAP's products list them. */
    private void putFiles() throws IOException {
        List<String> suffixes = new ArrayList<>(Stream.of(QualityLayer.values())
                .map(QualityLayer::suffix)
                .sorted()
                .toList());
        suffixes.add(0, ProductFiles.PIXELMASK);
        suffixes.add(ProductFiles.SPECTRAL_IMAGE);
        xml.open("productFileInformation");
        for (int i = 0; i < suffixes.size(); i++) {
            xml.open("file", "number", Integer.toString(i + 1));
            putFile(suffixes.get(i));
            xml.close("file");
        }
        xml.close("productFileInformation");
    }

    private void putFile(String suffix) throws IOException {
        long kilobytes = (Files.size(name.in(folder, suffix)) + 1023) / 1024;
        xml.text("name", name.file(suffix));
        xml.text("size", kilobytes, "unit", "Kbyte");
        xml.text("version", REVISION);
        xml.text("format", "binary");
    }

    /** Mean and deviation per band; a band without data has the marks that EnMAP's processor gives it. */
    private void putBandStatistics() {
        xml.open("bandStatistics");
        for (int band = 0; band < scene.bands().count(); band++) {
            boolean data = statistics.hasData(band);
            xml.open("bandID", "number", Integer.toString(band + 1));
            xml.text(
                    "waveLength",
                    ProductFiles.number(scene.bands().list().get(band).centre()));
            xml.text("mean", data ? reflectance(statistics.mean(band)) : "-1000000");
            xml.text("stdDeviation", data ? reflectance(statistics.deviation(band)) : "0");
            xml.close("bandID");
        }
        xml.close("bandStatistics");
    }

    private static String reflectance(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
