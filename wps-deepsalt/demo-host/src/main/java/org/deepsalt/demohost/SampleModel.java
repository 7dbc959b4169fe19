/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geotools.api.feature.type.Name;
import org.geotools.api.util.ProgressListener;

/**
 * The model that comes with the project: not as a file, but as the request that trains it on the sample world, so that
 * it is what this version of the software makes. It is trained on synthetic data and its card says so.
 */
public final class SampleModel {
    /** Id of the model. */
    public static final String ID = "sample";

    /** Layer that the first start of a server estimates and publishes. */
    public static final String MAP = "deepsalt:sample_ece";

    /** Values of the parameter {@code covariate} for the sample world: name and layer of each. */
    public static final List<String> COVARIATES = List.of(
            "sand=sample:soil",
            "clay=sample:soil",
            "tmin=sample:climate",
            "tmax=sample:climate",
            "tavg=sample:climate",
            "pmin=sample:climate",
            "pmax=sample:climate",
            "pavg=sample:climate");

    private SampleModel() {}

    /** Whether there is no such model, or one that another version left and this one cannot read. */
    public static boolean isMissing(LayerCatalog catalog) {
        try {
            catalog.models().card(ID);
            return false;
        } catch (DeepSaltException e) {
            return true;
        }
    }

    /** Trains the model on the layers of the sample world. */
    public static void train(ProcessRegistry processes, ProgressListener listener) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("model", ID);
        inputs.put("title", "Sample model, trained on synthetic data");
        inputs.put("ftir", new String[] {"sample"});
        inputs.put("enmap", new String[] {"sample:enmap"});
        inputs.put("covariate", COVARIATES.toArray(String[]::new));
        inputs.put("samples", "sample:ece_samples");
        inputs.put("seed", 7L);
        inputs.put("synthetic", true);
        inputs.put("overwrite", true);
        run(processes, "TrainModel", inputs, listener);
    }

    /** Estimates the sample scene and publishes the map. */
    public static void map(ProcessRegistry processes, ProgressListener listener) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("enmap", "sample:enmap");
        inputs.put("covariate", COVARIATES.toArray(String[]::new));
        inputs.put("model", ID);
        inputs.put("layer", MAP);
        inputs.put("title", "Soil salinity (ECe, dS/m) of the synthetic sample scene");
        inputs.put("overwrite", true);
        run(processes, "EstimateSalinity", inputs, listener);
    }

    private static void run(
            ProcessRegistry processes, String id, Map<String, Object> inputs, ProgressListener listener) {
        Name name = processes.find(id).orElseThrow();
        Map<String, Object> outputs = processes.create(name).execute(inputs, listener);
        outputs.values().stream()
                .filter(ResultCoverage.class::isInstance)
                .forEach(coverage -> ((ResultCoverage) coverage).dispose(true));
    }
}
