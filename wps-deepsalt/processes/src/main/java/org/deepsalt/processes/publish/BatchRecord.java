/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.publish;

import com.fasterxml.jackson.databind.JsonNode;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says about a scene.
 *
 * @param scene its name
 * @param status {@code done} for one that has a result
 * @param reason why it has none; empty for nothing
 * @param time of the acquisition; null to take that of the result's file
 * @param result path of the GeoTIFF from the manifest's folder; null without a result
 * @param sidecar path of its report; null for none
 * @param model id of the model that estimated; empty if it is not told
 * @param sha256 of the GeoTIFF; null without a result
 */
record BatchRecord(
        String scene,
        String status,
        String reason,
        @Nullable String time,
        @Nullable String result,
        @Nullable String sidecar,
        String model,
        @Nullable String sha256) {
    private static final String DONE = "done";

    /** @throws DeepSaltException if a member is missing */
    static BatchRecord of(JsonNode json, long line) {
        BatchRecord read = new BatchRecord(
                json.path("scene").asText(),
                json.path("status").asText(),
                json.path("reason").asText(),
                text(json, "time"),
                text(json, "result"),
                text(json, "sidecar"),
                json.path("model").asText(),
                text(json, "sha256"));
        boolean whole = !read.isDone() || (read.result != null && read.sha256 != null);
        if (read.scene.isEmpty() || read.status.isEmpty() || !whole) {
            throw new DeepSaltException("record " + line + " of the manifest has not all of scene, status and, where"
                    + " status is done, result and sha256: give the manifest as the batch wrote it");
        }
        return read;
    }

    private static @Nullable String text(JsonNode json, String name) {
        String text = json.path(name).asText();
        return text.isEmpty() || json.path(name).isNull() ? null : text;
    }

    /** Whether there is a result. */
    boolean isDone() {
        return DONE.equals(status);
    }
}
