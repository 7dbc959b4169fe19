/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.Json;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.job.WpsEdge;
import org.deepsalt.processes.report.JsonReport;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;

/** {@code deepsalt:ListModels}: lists the models of the host. Thread-safe. */
@DescribeProcess(
        title = "List the salinity models",
        description = "Lists the models of this server with what they want and how good they are on test pixels.")
public class ListModelsProcess implements DeepSaltProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LayerCatalog catalog;

    public ListModelsProcess(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Runs the process. */
    @DescribeResult(name = "models", type = JsonReport.class, description = "one entry per model")
    public JsonReport execute() {
        return WpsEdge.run(() -> {
            ArrayNode models = JSON.createArrayNode();
            for (String id : catalog.models().ids()) {
                models.add(entry(id));
            }
            return new JsonReport(models.toPrettyString());
        });
    }

    /** A model that cannot be read is listed with the reason and hides no other. */
    private ObjectNode entry(String id) {
        try {
            return entry(catalog.models().card(id));
        } catch (DeepSaltException e) {
            return JSON.createObjectNode().put("id", id).put("problem", e.getMessage());
        }
    }

    private static ObjectNode entry(ModelCard card) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("id", card.id());
        entry.put("title", card.title());
        entry.put("created", card.created());
        entry.put("synthetic", card.synthetic());
        entry.put("screening", card.screening());
        entry.put("target", card.target().attribute());
        entry.put("unit", card.target().unit());
        entry.put("bands", card.bands().size());
        entry.putPOJO("covariates", card.covariates());
        entry.putPOJO("area", card.area());
        entry.set("test", Json.tree(card.test().overall().metrics()));
        return entry;
    }
}
