/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.store.Json;

/**
 * Settings and test scores of other methods on the same samples, as JSON: one object per method, in the order given.
 */
final class BaselinesReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BaselinesReport() {}

    static ArrayNode of(List<BaselineResult> results) {
        ArrayNode rows = JSON.createArrayNode();
        for (BaselineResult result : results) {
            ObjectNode row = rows.addObject();
            row.put("name", result.baseline().name());
            row.put("description", result.baseline().description());
            row.set("settings", JSON.valueToTree(result.fitted().settings()));
            row.put("settingsTried", result.fitted().tried());
            row.put("crossValidatedMae", result.fitted().searchMae());
            row.put("seconds", result.fitted().seconds());
            row.set("test", Json.tree(result.test()));
        }
        return rows;
    }
}
