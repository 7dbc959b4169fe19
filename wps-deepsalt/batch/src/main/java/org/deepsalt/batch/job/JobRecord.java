/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.deepsalt.batch.scene.SceneSource;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of a scene, one line of JSON. Immutable.
 *
 * @param scene name of the product
 * @param reason of a scene without a result, for people
 * @param time begin of the acquisition, ISO 8601; null if the scene does not tell
 * @param model id of the model
 * @param key hash of all that went in; null if the scene could not be read that far
 * @param sceneHash SHA-256 of the scene's files
 * @param result GeoTIFF, relative to the folder of results, as sidecar and item
 * @param sidecar report of the estimation
 * @param item of a STAC catalog; null for a scene without a time, which an item must have
 * @param sha256 of the GeoTIFF
 * @param seconds of wall time from opening the scene to the finished result
 * @param validShare share of the pixels that have an estimate
 * @param hectares by salinity class; empty for targets other than ECe
 * @param shareOutside share of the estimated pixels outside the model's applicability
 * @param computed whether this run made the result, rather than an earlier one
 */
@RecordBuilder
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobRecord(
        String scene,
        JobStatus status,
        @Nullable String reason,
        @Nullable String time,
        String model,
        @Nullable String key,
        @Nullable String sceneHash,
        @Nullable String result,
        @Nullable String sidecar,
        @Nullable String item,
        @Nullable String sha256,
        @Nullable Double seconds,
        @Nullable Double validShare,
        Map<String, Double> hectares,
        @Nullable Double shareOutside,
        boolean computed) {

    /** A record without a result. */
    public static JobRecord without(SceneSource scene, BatchRequest request, JobStatus status, String reason) {
        return JobRecordBuilder.builder()
                .scene(scene.name())
                .status(status)
                .reason(reason)
                .model(request.modelId())
                .hectares(Map.of())
                .build();
    }

    /** The same result, found by a run that did not make it. */
    public JobRecord found() {
        return JobRecordBuilder.builder(this).computed(false).build();
    }
}
