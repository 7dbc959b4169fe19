/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.ResultStyles;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.QualityRules;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The inputs of {@code deepsalt:EstimateSalinity}, with defaults filled in.
 *
 * @param enmap layer with an EnMAP scene
 * @param covariates values of the parameter, as {@link org.deepsalt.processes.inputs.CovariateRequest} reads them
 * @param region polygon to which the result is restricted; null for the whole scene
 */
record EstimateRequest(
        String enmap,
        String[] covariates,
        @Nullable Geometry region,
        ModelChoice model,
        MaskRules rules,
        PublishRequest result) {

    /**
     * The model that estimates.
     *
     * @param id null if neither the request nor the server names one
     * @param confidence share of true values that the intervals shall hold
     * @param threshold value whose exceedance is estimated; null for the usual one
     */
    record ModelChoice(
            @Nullable String id,
            double confidence,
            @Nullable Double threshold) {}

    String requireModel() {
        if (model.id == null) {
            throw new DeepSaltException("input 'model' is missing and this server has no model of its own choice: name"
                    + " one of those that deepsalt:ListModels tells");
        }
        return model.id;
    }

    /** The threshold whose probability is wanted: where none is named, that of saline soils for a model of ECe. */
    Optional<Double> threshold(ModelCard card) {
        return model.threshold == null && card.target().property().isEce()
                ? Optional.of(Exceedance.SALINE)
                : Optional.ofNullable(model.threshold);
    }

    /** Checks what can be checked without opening the scene. */
    void check(LayerCatalog catalog, Problems problems) {
        within("confidence", model.confidence, 0.5, 0.99, problems);
        Double threshold = model.threshold;
        if (threshold != null && !(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            problems.add("threshold is " + threshold + ", wanted a number above 0 in the unit of the model's target");
        }
        checkMasks(problems);
        String layer = result.layer();
        if (layer != null) {
            problems.attempt(() -> {
                catalog.requirePublishable(layer, result.style(), result.overwrite());
                return result;
            });
        }
    }

    /** Refuses styles of ECe for other properties, which they would colour as salinity. */
    void checkStyle(ModelCard card, Problems problems) {
        if (result.layer() != null && !card.target().property().isEce() && ResultStyles.showsEce(result.style())) {
            problems.add("style '" + result.style() + "' shows ECe in dS/m, but model '" + card.id() + "' estimates "
                    + card.target().attribute() + " in " + card.target().unit()
                    + ": name a style made for it, or publish nothing by leaving out layer");
        }
    }

    private void checkMasks(Problems problems) {
        QualityRules quality = rules.quality();
        within("maxNdvi", rules.maxNdvi(), -1, 1, problems);
        within("maxNcai", rules.maxNcai(), -1, 1, problems);
        within("maxNbr2", rules.maxNbr2(), -1, 1, problems);
        within("minNdwi", rules.minNdwi(), -1, 1, problems);
        within("maxWaterSwir", rules.maxWaterSwir(), 0, 1, problems);
        within("minCirrus", quality.minCirrus(), 1, 4, problems);
        within("minNdsi", quality.minNdsi(), -1, 1, problems);
        within("worstQuality", quality.worstQuality(), 0, 2, problems);
        if (quality.maxDefects() < 0) {
            problems.add("maxDefects is " + quality.maxDefects() + ", wanted 0 or more");
        }
    }

    private static void within(String name, double value, double low, double high, Problems problems) {
        if (!(value >= low && value <= high)) {
            problems.add(String.format(Locale.ROOT, "%s is %s, wanted %s to %s", name, value, low, high));
        }
    }

    private static void within(String name, int value, int low, int high, Problems problems) {
        if (value < low || value > high) {
            problems.add(name + " is " + value + ", wanted " + low + " to " + high);
        }
    }

    /**
     * What the host shall publish.
     *
     * @param layer its name
     * @param geoTiff the estimate
     * @param report that lies beside it
     */
    Publication publication(String layer, ModelCard card, Path geoTiff, Path report) {
        String made = card.synthetic() ? " (model trained on synthetic data)" : "";
        boolean ece = card.target().property().isEce();
        String what = ece ? "ECe" : card.target().attribute();
        String title = (ece ? "Soil salinity" : what) + " of " + enmap;
        String bands = String.format(
                Locale.ROOT,
                "; bands: estimate, %.0f %% prediction interval, dissimilarity, mask reason",
                100 * model.confidence);
        return Publication.of(layer, result.style(), geoTiff)
                .title(result.title() == null ? title : result.title())
                .titleChosen(result.title() != null)
                .styleChosen(result.styleChosen())
                .description(what + " in " + card.target().unit() + ", estimated from " + enmap + " with model "
                        + card.id() + made + bands)
                .keywords(
                        ece
                                ? List.of("soil salinity", "ECe", "EnMAP", "DeepSalt")
                                : List.of("soil", what, "EnMAP", "DeepSalt"))
                .report(report)
                .overwrite(result.overwrite())
                .build();
    }
}
