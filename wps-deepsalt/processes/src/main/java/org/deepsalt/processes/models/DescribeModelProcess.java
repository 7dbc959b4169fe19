/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.job.WpsEdge;
import org.deepsalt.processes.records.MlmItem;
import org.deepsalt.processes.report.JsonReport;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;
import org.geotools.process.factory.DescribeResults;

/** {@code deepsalt:DescribeModel}: returns the card of a model. Thread-safe. */
@DescribeProcess(
        title = "Describe a salinity model",
        description = "Gives the card of a model: what it wants, where and on what it was trained, how good it is.")
public class DescribeModelProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;

    public DescribeModelProcess(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Runs the process. */
    @DescribeResults({
        @DescribeResult(
                name = "card",
                type = JsonReport.class,
                primary = true,
                description = "the model's card with everything, as JSON"),
        @DescribeResult(
                name = "page",
                type = String.class,
                description = "the card for people, as Markdown: what it is, where and on what it was trained, how good"
                        + " it is, where not to use it"),
        @DescribeResult(
                name = "item",
                type = JsonReport.class,
                description = "the model as a STAC item (MLM 1.5.0), to lie in the model's folder")
    })
    public Map<String, Object> execute(
            @DescribeParameter(name = "model", description = "id of the model") String model) {
        return WpsEdge.run(() -> {
            ModelCard card = catalog.models().card(model);
            // Markdown is a literal output, readable as it comes; HTML would need a type and an encoder of its own.
            Map<String, Object> outputs = new LinkedHashMap<>();
            outputs.put("card", new JsonReport(ModelStore.toJson(card)));
            outputs.put("page", new CardPage(card).toMarkdown());
            outputs.put("item", new JsonReport(MlmItem.of(card)));
            return outputs;
        });
    }
}
