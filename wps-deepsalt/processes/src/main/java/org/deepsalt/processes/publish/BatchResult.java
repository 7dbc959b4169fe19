/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerRecord;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.ResultStyles;
import org.deepsalt.processes.inputs.AcquisitionTime;
import org.deepsalt.processes.inputs.SceneName;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The result of a record.
 *
 * @param geoTiff of the batch
 * @param sidecar beside it; null for none
 * @param isoRecord beside it; null for none
 */
record BatchResult(
        BatchRecord record,
        Path geoTiff,
        @Nullable Path sidecar,
        @Nullable Path isoRecord) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_SIDECAR = 16 << 20;

    /**
     * Finds the files of a record.
     *
     * @throws DeepSaltException if one is not there
     */
    static BatchResult of(BatchRecord record, BatchManifest manifest) {
        if (record.result() == null) {
            throw new DeepSaltException("the record names no result");
        }
        Path geoTiff = manifest.file(record.result());
        Path beside = LayerRecord.of(geoTiff);
        return new BatchResult(
                record,
                geoTiff,
                record.sidecar() == null ? null : manifest.file(record.sidecar()),
                Files.exists(beside)
                        ? manifest.file(manifest.folder().relativize(beside).toString())
                        : null);
    }

    /** Its place in a series; the model's hashes come from the sidecar, without one its id stands for them. */
    Granule granule() {
        Map<String, String> model = new LinkedHashMap<>();
        if (sidecar != null) {
            try {
                JsonNode files = JSON.readTree(RegularFile.bytes(sidecar, LARGEST_SIDECAR))
                        .at("/model/files");
                files.properties()
                        .forEach(
                                file -> model.put(file.getKey(), file.getValue().asText()));
            } catch (IOException e) {
                throw new DeepSaltException("its report cannot be read: " + e.getMessage(), e);
            }
        }
        if (model.isEmpty()) {
            model.put("id", record.model());
        }
        return new Granule(time(), Granule.keyOf(SceneName.of(record.scene(), null), model));
    }

    private Instant time() {
        Optional<String> told = Optional.ofNullable(record.time())
                .or(() -> TiffFile.open(geoTiff).gdalMetadata().get("deepsalt_acquired"));
        return AcquisitionTime.parse(
                "time",
                told.orElseThrow(() -> new DeepSaltException("neither the manifest nor the result tells when the scene"
                        + " was taken: run the batch again with METADATA.XML beside the scene")));
    }

    /**
     * What the host shall publish.
     *
     * @param copy of the result, which the host may move, as all else
     * @param report beside it; null for none
     * @param copiedRecord ISO 19139 record beside it; null for none
     * @throws DeepSaltException if the style shows ECe and the result has none
     */
    Publication publication(BatchRequest request, Path copy, @Nullable Path report, @Nullable Path copiedRecord) {
        GdalMetadata tags = TiffFile.open(copy).gdalMetadata();
        String target = tags.get(0, "description").orElse("");
        String unit = tags.get(0, "unittype").orElse("");
        boolean ece = target.equals(SoilProperty.ECE.key());
        if (!ece && ResultStyles.showsEce(request.style())) {
            throw new DeepSaltException("style '" + request.style() + "' shows ECe in dS/m, but the result is of '"
                    + target + "' in " + unit + ": name a style made for it");
        }
        String what = ece ? "ECe" : target;
        return Publication.of(request.series(), request.style(), copy)
                .title(request.title() == null ? (ece ? "Soil salinity" : what) + " by date" : request.title())
                .titleChosen(request.title() != null)
                .styleChosen(request.styleChosen())
                .description(what + " in " + unit + " by date, estimated from EnMAP scenes")
                .keywords(
                        ece
                                ? List.of("soil salinity", "ECe", "EnMAP", "DeepSalt")
                                : List.of("soil", what, "EnMAP", "DeepSalt"))
                .report(report)
                .isoRecord(copiedRecord)
                .overwrite(true)
                .build();
    }
}
