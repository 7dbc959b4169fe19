/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import java.nio.file.Path;
import java.time.Instant;
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
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.processes.inputs.AcquisitionTime;
import org.deepsalt.raster.estimate.ResultBand;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.QualityRules;
import org.deepsalt.raster.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The inputs of {@code deepsalt:EstimateSalinity}, with defaults filled in.
 *
 * @param enmap layer with an EnMAP scene
 * @param covariates values of the parameter, as {@link org.deepsalt.processes.inputs.CovariateRequest} reads them
 * @param region polygon to which the result is restricted; null for the whole scene
 * @param time of the acquisition; null to take the scene's
 */
record EstimateRequest(
        String enmap,
        String[] covariates,
        @Nullable Geometry region,
        @Nullable String time,
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
        String taken = time;
        if (taken != null) {
            problems.attempt(() -> AcquisitionTime.parse("time", taken));
        }
        String layer = result.layer();
        if (layer != null && result.series() != null) {
            problems.add("layer and series are both given: name a layer for this map alone, or a series of maps");
        } else if (layer != null) {
            problems.attempt(() -> {
                catalog.requirePublishable(layer, result.style(), result.overwrite());
                return result;
            });
        }
    }

    /**
     * Checks whether the estimate can be added to its series.
     *
     * @param card null if the model cannot be read
     * @param scene null if it cannot be opened
     */
    void checkSeries(LayerCatalog catalog, @Nullable ModelCard card, @Nullable Scene scene, Problems problems) {
        String series = result.series();
        if (series == null) {
            return;
        }
        if (scene != null && time == null && scene.acquired().isEmpty()) {
            problems.add("scene '" + enmap + "' does not tell when it was taken, having no METADATA.XML: give input"
                    + " time, such as " + AcquisitionTime.EXAMPLE);
        }
        SeriesTarget.Content content = card == null || scene == null
                ? null
                : new SeriesTarget.Content(
                        scene.grid().requireCrs("makes no series"),
                        ResultBand.titles(card.target().property()),
                        card.target().property().unit());
        problems.attempt(() -> {
            catalog.requireSeries(new SeriesTarget(series, result.style(), content));
            return series;
        });
    }

    /** When the scene was taken: as the request says, else as the scene says. */
    Optional<Instant> acquired(Scene scene) {
        return time == null ? scene.acquired() : Optional.of(AcquisitionTime.parse("time", time));
    }

    /** Refuses styles of ECe for other properties, which they would colour as salinity. */
    void checkStyle(ModelCard card, Problems problems) {
        if (result.publishes() && !card.target().property().isEce() && ResultStyles.showsEce(result.style())) {
            problems.add("style '" + result.style() + "' shows ECe in dS/m, but model '" + card.id() + "' estimates "
                    + card.target().attribute() + " in " + card.target().unit()
                    + ": name a style made for it, or publish nothing by leaving out layer and series");
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
     * @param layer name of the layer or series
     * @param geoTiff the estimate
     * @param report that lies beside it
     * @param isoRecord that lies beside it
     */
    Publication publication(String layer, ModelCard card, Path geoTiff, Path report, Path isoRecord) {
        String made = card.synthetic() ? " (model trained on synthetic data)" : "";
        boolean ece = card.target().property().isEce();
        String what = ece ? "ECe" : card.target().attribute();
        boolean series = result.series() != null;
        String title = (ece ? "Soil salinity" : what) + (series ? " by date" : " of " + enmap);
        String bands = String.format(
                Locale.ROOT,
                "; bands: estimate, %.0f %% prediction interval, dissimilarity, mask reason",
                100 * model.confidence);
        return Publication.of(layer, result.style(), geoTiff)
                .title(result.title() == null ? title : result.title())
                .titleChosen(result.title() != null)
                .styleChosen(result.styleChosen())
                .description(what + " in " + card.target().unit()
                        + (series
                                ? " by date, estimated from EnMAP scenes" + made
                                : ", estimated from " + enmap + " with model " + card.id() + made)
                        + bands)
                .keywords(
                        ece
                                ? List.of("soil salinity", "ECe", "EnMAP", "DeepSalt")
                                : List.of("soil", what, "EnMAP", "DeepSalt"))
                .report(report)
                .isoRecord(isoRecord)
                .overwrite(result.overwrite())
                .build();
    }
}
