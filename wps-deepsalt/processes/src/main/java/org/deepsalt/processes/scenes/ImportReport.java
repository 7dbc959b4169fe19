/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scenes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.enmap.EnmapMetadata;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.scene.Scene;

/** The report of an import, as JSON. */
final class ImportReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String layer;
    private final String source;
    private final Scene scene;
    private final EnmapProduct product;
    private final Optional<EnmapMetadata> metadata;

    ImportReport(String layer, String source, Scene scene, EnmapProduct product, Optional<EnmapMetadata> metadata) {
        this.layer = layer;
        this.source = source;
        this.scene = scene;
        this.product = product;
        this.metadata = metadata;
    }

    String toJson() {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:ImportEnmapScene");
        report.put("created", Instant.now().toString());
        report.put("layer", layer);
        report.put("product", source);
        report.put("width", scene.grid().width());
        report.put("height", scene.grid().height());
        report.put("crs", scene.grid().crsName());
        report.set("bands", bands());
        ArrayNode quality = report.putArray("quality");
        product.quality().keySet().forEach(image -> quality.add(image.name().toLowerCase(Locale.ROOT)));
        metadata.ifPresent(found -> report.set("acquisition", acquisition(found)));
        report.put("version", Version.text());
        return report.toPrettyString();
    }

    private ObjectNode bands() {
        ObjectNode bands = JSON.createObjectNode();
        bands.put("count", scene.bands().size());
        ArrayNode empty = bands.putArray("withoutData");
        double shortest = Double.POSITIVE_INFINITY;
        double longest = Double.NEGATIVE_INFINITY;
        for (SpectralBand band : scene.bands()) {
            shortest = Math.min(shortest, band.band().centre());
            longest = Math.max(longest, band.band().centre());
            if (!band.hasData()) {
                empty.add(band.band().centre());
            }
        }
        bands.put("shortest", shortest);
        bands.put("longest", longest);
        bands.put("unit", "nm");
        return bands;
    }

    private static ObjectNode acquisition(EnmapMetadata said) {
        ObjectNode acquisition = JSON.createObjectNode();
        acquisition.put("level", said.level());
        acquisition.put("processor", said.processor());
        acquisition.put("start", said.start().toString());
        acquisition.put("stop", said.stop().toString());
        acquisition.putPOJO("percent", said.cover());
        return acquisition;
    }
}
