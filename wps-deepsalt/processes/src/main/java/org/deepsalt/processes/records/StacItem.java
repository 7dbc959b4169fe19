/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.model.store.Hash;
import org.deepsalt.processes.report.Sidecar;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.scene.MaskReason;
import org.geotools.gce.geotiff.GeoTiffReader;

/**
 * A STAC item beside a result: version 1.1.0 with the extensions projection 2.0.0, raster 2.0.0, classification 2.0.0,
 * processing 1.2.0 and file 2.1.0. A static file whose links are relative, so that all may be moved together.
 */
public final class StacItem {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> EXTENSIONS =
            List.of("projection/v2.0.0", "raster/v2.0.0", "classification/v2.0.0", "processing/v1.2.0", "file/v2.1.0");
    /** What a multihash of SHA-256 begins with: its kind and its length. */
    private static final String SHA2_256 = "1220";

    private static final Pattern CODE = Pattern.compile("[A-Z]+:[0-9]+");

    private final Path geoTiff;
    private final JsonNode report;
    private final Grid grid;
    private final TiffFile tiff;

    private StacItem(Path geoTiff, JsonNode report) {
        this.geoTiff = geoTiff;
        this.report = report;
        this.tiff = TiffFile.open(geoTiff);
        GeoTiffReader reader = GeoTiffs.reader(geoTiff);
        try {
            this.grid = RasterSource.gridOf(reader);
        } finally {
            reader.dispose();
        }
    }

    /**
     * A file that a result was made from.
     *
     * @param href relative to the item, or an address
     * @param title for people
     */
    public record Source(String href, String title) {}

    /** Where the item of a GeoTIFF lies: {@code ece.tif} has {@code ece.stac.json}. */
    public static Path of(Path geoTiff) {
        return geoTiff.resolveSibling(geoTiff.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".stac.json");
    }

    /**
     * Writes the item beside a result.
     *
     * @param geoTiff the finished result, with its report beside it
     * @param report of the estimation
     * @param sources what it was made from, where that has an address
     * @return empty if the report tells no time of acquisition, without which there is no item
     */
    public static Optional<Path> write(Path geoTiff, JsonNode report, List<Source> sources) {
        if (!report.hasNonNull("acquired")) {
            return Optional.empty();
        }
        Path file = of(geoTiff);
        try {
            Files.writeString(file, new StacItem(geoTiff, report).item(sources).toPrettyString());
            return Optional.of(file);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "the STAC item was not written: " + WriteFailure.reason(file, "the folder of results", e), e);
        }
    }

    private ObjectNode item(List<Source> sources) throws IOException {
        ObjectNode item = JSON.createObjectNode();
        item.put("type", "Feature").put("stac_version", "1.1.0");
        EXTENSIONS.forEach(one ->
                item.withArray("stac_extensions").add("https://stac-extensions.github.io/" + one + "/schema.json"));
        String scene = report.path("inputs").path("enmap").asText();
        String model = report.path("model").path("id").asText();
        String target = report.path("estimate").path("target").asText();
        item.put("id", RecordId.of(report));
        Footprint footprint = Footprint.of(grid);
        ObjectNode geometry = item.putObject("geometry").put("type", "Polygon");
        ArrayNode ring = geometry.putArray("coordinates").addArray();
        footprint
                .ring()
                .forEach(corner -> ring.addArray().add(rounded(corner[0])).add(rounded(corner[1])));
        ArrayNode box = item.putArray("bbox");
        for (double side : footprint.box()) {
            box.add(rounded(side));
        }
        item.set("properties", properties(scene, model, target));
        ArrayNode links = item.putArray("links");
        links.addObject().put("rel", "self").put("href", "./" + of(geoTiff).getFileName());
        for (Source source : sources) {
            links.addObject()
                    .put("rel", "derived_from")
                    .put("href", source.href)
                    .put("title", source.title);
        }
        item.set("assets", assets(target));
        return item;
    }

    private ObjectNode properties(String scene, String model, String target) {
        ObjectNode properties = JSON.createObjectNode();
        properties.put("datetime", report.path("acquired").asText());
        properties.put("created", report.path("created").asText());
        properties.put("title", target + " of " + scene);
        properties.put("description", description(model));
        properties.putArray("instruments").add("hsi");
        properties.put("platform", "enmap");
        properties.putArray("keywords").add("soil salinity").add(target);
        properties.put("proj:code", CODE.matcher(grid.crsName()).matches() ? grid.crsName() : null);
        properties.put(
                "processing:lineage",
                "deepsalt:EstimateSalinity of " + scene + " with model " + model + "; the report has all inputs");
        properties.put("processing:datetime", report.path("created").asText());
        String[] software = Version.text().split(" ", 2);
        properties.putObject("processing:software").put(software[0], software[1]);
        return properties;
    }

    private String description(String model) {
        boolean synthetic = report.path("model").path("synthetic").asBoolean();
        return "Estimated from the scene with model " + model
                + (synthetic ? ", which was trained on synthetic data" : "") + "; "
                + report.path("applicability").path("verdict").asText() + ".";
    }

    private ObjectNode assets(String target) throws IOException {
        ObjectNode assets = JSON.createObjectNode();
        ObjectNode data = assets.putObject("estimate");
        data.put("href", "./" + geoTiff.getFileName());
        data.put("type", "image/tiff; application=geotiff");
        data.put("title", target + " and its bounds, by pixel");
        data.putArray("roles").add("data");
        data.put("file:size", Files.size(geoTiff));
        data.put("file:checksum", SHA2_256 + Hash.of(geoTiff));
        data.putArray("proj:shape").add(grid.height()).add(grid.width());
        ArrayNode transform = data.putArray("proj:transform");
        for (double number : rowMajor()) {
            transform.add(number);
        }
        data.put("raster:sampling", "area");
        data.put("raster:spatial_resolution", Math.abs(grid.toCrs().getScaleX()));
        data.set("bands", bands());
        ObjectNode sidecar = assets.putObject("report");
        sidecar.put("href", "./" + Sidecar.of(geoTiff).getFileName());
        sidecar.put("type", "application/json");
        sidecar.put("title", "inputs, model, areas and timings");
        sidecar.putArray("roles").add("metadata");
        return assets;
    }

    /** The affine transformation from corners of pixels, as the projection extension has it: row by row. */
    private double[] rowMajor() {
        AffineTransform to = grid.toCrs();
        return new double[] {
            to.getScaleX(), to.getShearX(), to.getTranslateX(), to.getShearY(), to.getScaleY(), to.getTranslateY()
        };
    }

    private ArrayNode bands() {
        ArrayNode bands = JSON.createArrayNode();
        List<String> names = tiff.gdalMetadata().descriptions(tiff.bands());
        for (int i = 0; i < names.size(); i++) {
            ObjectNode band = bands.addObject().put("name", names.get(i));
            band.put("data_type", "float32");
            band.put("nodata", "nan");
            tiff.gdalMetadata().get(i, "unittype").ifPresent(unit -> band.put("unit", unit));
            if (names.get(i).equals("mask_reason")) {
                band.set("classification:classes", classes());
            }
        }
        return bands;
    }

    private static ArrayNode classes() {
        ArrayNode classes = JSON.createArrayNode();
        for (MaskReason reason : MaskReason.values()) {
            classes.addObject()
                    .put("value", reason.code())
                    .put("name", reason.key())
                    .put("description", reason.title());
        }
        return classes;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }
}
