/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepsalt.local.registry.InputReader;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geotools.api.feature.type.Name;
import org.geotools.api.util.ProgressListener;

/** {@code deepsalt:EstimateSalinity} as a batch calls it. Stateless. */
final class Estimation {
    private static final String PROCESS = "EstimateSalinity";
    /** What a batch gives itself, or has no use for. */
    private static final Set<String> NOT_FOR_BATCHES =
            Set.of("enmap", "covariate", "model", "layer", "style", "title", "overwrite", "series", "time");

    private Estimation() {}

    /**
     * Checks the parameters of a batch, which are texts until now.
     *
     * @throws org.deepsalt.model.InvalidRequestException with everything that is wrong with them
     */
    static void check(BatchRequest request, ProcessSettings settings) {
        Problems problems = new Problems();
        try (ProcessRegistry processes = new ProcessRegistry(new NoLayers(BatchModels.of(request)), settings)) {
            Name name = processes.find(PROCESS).orElseThrow();
            for (Given one : request.parameters()) {
                if (NOT_FOR_BATCHES.contains(one.name())) {
                    problems.add("'" + one.name() + "' is no parameter of a batch, wanted are "
                            + processes.getParameterInfo(name).keySet().stream()
                                    .filter(known -> !NOT_FOR_BATCHES.contains(known))
                                    .collect(Collectors.joining(", ")));
                }
            }
            problems.attempt(() -> new InputReader(processes.getParameterInfo(name)).read(given(request, "scene")));
            problems.attempt(() -> BatchModels.of(request).card(request.modelId()));
        }
        problems.throwIfAny();
    }

    /**
     * Estimates a scene.
     *
     * @return the report; the GeoTIFF and its sidecar are where the catalog wants results
     */
    static String run(
            String scene,
            BatchRequest request,
            JobCatalog catalog,
            ProcessSettings settings,
            ProgressListener listener) {
        try (ProcessRegistry processes = new ProcessRegistry(catalog, settings)) {
            Name name = processes.find(PROCESS).orElseThrow();
            Map<String, Object> inputs = new InputReader(processes.getParameterInfo(name)).read(given(request, scene));
            Map<String, Object> outputs = processes.create(name).execute(inputs, listener);
            ((ResultCoverage) Objects.requireNonNull(outputs.get("coverage"))).dispose(true);
            return ((JsonReport) Objects.requireNonNull(outputs.get("report"))).json();
        }
    }

    private static List<Given> given(BatchRequest request, String scene) {
        List<Given> given = new ArrayList<>(request.parameters());
        given.removeIf(one -> NOT_FOR_BATCHES.contains(one.name()));
        given.add(new Given("enmap", scene));
        given.add(new Given("model", request.modelId()));
        request.covariates().forEach(text -> given.add(new Given("covariate", text)));
        return given;
    }
}
