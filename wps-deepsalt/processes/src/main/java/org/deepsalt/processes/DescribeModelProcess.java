/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import org.deepsalt.model.store.ModelStore;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;

/** {@code deepsalt:DescribeModel}: the card of a model. Thread-safe. */
@DescribeProcess(
        title = "Describe a salinity model",
        description = "Gives the card of a model: what it wants, where and on what it was trained, how good it is.")
public class DescribeModelProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;

    public DescribeModelProcess(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Runs the process. */
    @DescribeResult(name = "card", type = JsonReport.class, description = "the model's card")
    public JsonReport execute(@DescribeParameter(name = "model", description = "id of the model") String model) {
        return WpsEdge.run(
                () -> new JsonReport(ModelStore.toJson(catalog.models().card(model))));
    }
}
