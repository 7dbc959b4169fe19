/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The model whose estimation is measured.
 *
 * @param id as requests name it
 * @param paper whether it has the net of the preset {@code paper}, and not that of {@code default}
 * @param bands number of its bands
 * @param covariates what it wants besides
 */
public record BenchmarkModel(String id, boolean paper, int bands, List<Covariate> covariates) {
    private static final Set<String> SOIL = Set.of("sand", "clay");
    private static final Set<String> CLIMATE = Set.of("tmin", "tmax", "tavg", "pmin", "pmax", "pavg");

    /** A covariate and the middle of what the model has seen of it. */
    public record Covariate(String name, double middle) {}

    /** Reads the card of a model. */
    public static BenchmarkModel of(JsonNode card) {
        List<Covariate> covariates = new ArrayList<>();
        for (JsonNode one : card.path("covariates")) {
            double middle =
                    (one.path("minimum").asDouble() + one.path("maximum").asDouble()) / 2;
            covariates.add(new Covariate(one.path("name").asText(), middle));
        }
        return new BenchmarkModel(
                card.path("id").asText(),
                card.path("preset").asText().equals("paper"),
                card.path("bands").size(),
                covariates);
    }

    /** Operations of its net for one pixel, two for each multiplication with its addition. */
    public double flopPerPixel() {
        return 2.0 * (paper ? NetCost.ofPaper(bands, covariates.size()) : NetCost.ofDefault(bands, covariates.size()));
    }

    /** The covariates of a request: maps where the sample world has them, numbers for all others. */
    public List<String> inputs(Product product) {
        return covariates.stream()
                .map(one -> "covariate=" + one.name + "=" + source(one, product))
                .toList();
    }

    private static String source(Covariate covariate, Product product) {
        if (SOIL.contains(covariate.name)) {
            return product.soil().toString();
        }
        return CLIMATE.contains(covariate.name) ? product.climate().toString() : Double.toString(covariate.middle);
    }
}
