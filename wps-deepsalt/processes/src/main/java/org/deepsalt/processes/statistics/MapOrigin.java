/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.SeriesFolder;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;

/**
 * What a map of a series was made with. Two maps are compared as such only if these are the same.
 *
 * @param model id of the model; empty if the map does not tell it
 * @param files hashes of the model's files as the map's report has them, since a model may be trained anew under its
 *     id; empty without a report
 * @param confidence of the prediction interval; NaN if the map does not tell it
 */
record MapOrigin(String model, String files, double confidence) {
    /** A difference of models. */
    static final String MODEL = "model";

    /** A difference of confidence. */
    static final String CONFIDENCE = "confidence";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_REPORT = 16 << 20;

    static MapOrigin of(RasterLayer layer) {
        Path file = layer.file();
        if (file == null) {
            return new MapOrigin("", "", Double.NaN);
        }
        GdalMetadata tags = TiffFile.open(file).gdalMetadata();
        return new MapOrigin(
                tags.get("deepsalt_model").orElse(""),
                files(SeriesFolder.report(file)),
                tags.get("deepsalt_confidence").map(DecimalText::parse).orElse(Double.NaN));
    }

    private static String files(Path report) {
        if (!Files.isRegularFile(report)) {
            return "";
        }
        try {
            return JSON.readTree(RegularFile.bytes(report, LARGEST_REPORT))
                    .at("/model/files")
                    .toString();
        } catch (IOException e) {
            throw new DeepSaltException("the report beside '" + report.getFileName() + "' cannot be read", e);
        }
    }

    /**
     * In what the maps of two days differ, or may differ because one of them does not tell.
     *
     * @return some of {@link #MODEL} and {@link #CONFIDENCE}
     */
    static List<String> differences(List<MapOrigin> before, List<MapOrigin> after) {
        List<MapOrigin> all = new ArrayList<>(before);
        all.addAll(after);
        Set<String> models = new HashSet<>();
        Set<Double> confidences = new HashSet<>();
        all.forEach(one -> {
            models.add(one.model + one.files);
            confidences.add(one.confidence);
        });
        List<String> differences = new ArrayList<>();
        if (models.size() > 1 || all.stream().anyMatch(one -> one.model.isEmpty())) {
            differences.add(MODEL);
        }
        if (confidences.size() > 1 || confidences.contains(Double.NaN)) {
            differences.add(CONFIDENCE);
        }
        return differences;
    }

    /** The ids of the models of a day, each once. */
    static List<String> models(List<MapOrigin> day) {
        return day.stream()
                .map(MapOrigin::model)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The values of confidence of a day, each once. */
    static List<Double> confidences(List<MapOrigin> day) {
        return day.stream()
                .map(MapOrigin::confidence)
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toList();
    }
}
