/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.estimator.Bfloat16Difference;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.EvaluationSummary;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.spectra.Band;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a model but its weights: what it is, where and on what it was trained, how good it is, how to feed
 * it and how to read its answers. It is the content of {@code model.json}.
 *
 * @param schema version of this structure
 * @param id as requests name it
 * @param title for people
 * @param created when, ISO 8601
 * @param synthetic whether it was trained on made-up data, so that its maps show nothing real
 * @param screening whether it learned from laboratory spectra alone, without a sample of the field
 * @param seed of all random choices
 * @param preset name of the training settings
 * @param target what it answers
 * @param bands in the order of its input
 * @param wavelengthTolerance largest distance in nm between a band of the model and the band of a scene
 * @param covariates in the order of its input, after the bands
 * @param area where it was trained
 * @param aligned whether the satellite encoder is the one aligned with the laboratory spectra
 * @param counts what it learned from
 * @param laboratory how each laboratory's library was read
 * @param bounded labels that count as the nearest bound of the output range
 * @param calibration of the prediction intervals
 * @param exceedance how likely thresholds are exceeded
 * @param applicabilityThreshold of the dissimilarity index
 * @param test figures on pixels that whoever answered had not seen, of the regions that were learned from
 * @param testWithoutCovariates the same where no covariate is given; null if the model needs them or it was not
 *     measured
 * @param unseen figures on a region of which nothing had been learned; null if none was withheld
 * @param teacher figures of the teacher on laboratory samples that it had not seen
 * @param codes how alike the codes of laboratory and satellite spectra are after their alignment
 * @param bfloat16 how far its answers in bfloat16 lie from those in float32; null where that was not measured
 * @param provenance every input with its hash
 * @param software versions that trained it
 * @param files SHA-256 of each file of the package by its path
 */
@RecordBuilder
public record ModelCard(
        int schema,
        String id,
        String title,
        String created,
        boolean synthetic,
        boolean screening,
        long seed,
        String preset,
        Target target,
        List<Band> bands,
        double wavelengthTolerance,
        List<CovariateRange> covariates,
        Area area,
        boolean aligned,
        Counts counts,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<LibraryNotes> laboratory,

        Bounded bounded,
        Calibration calibration,
        Exceedance exceedance,
        double applicabilityThreshold,
        Evaluation test,
        @Nullable EvaluationSummary testWithoutCovariates,
        @Nullable Evaluation unseen,
        RegressionMetrics teacher,
        CodeCosines codes,
        @Nullable Bfloat16Difference bfloat16,
        List<Input> provenance,
        Map<String, String> software,
        Map<String, String> files) {

    /** The structure that this version writes and reads. */
    public static final int SCHEMA = 4;

    /**
     * The quantity that a model estimates.
     *
     * @param attribute name of the property in the samples
     * @param unit of the answer
     * @param range of the answer
     * @param conversionFactor answer in the unit = number in the samples x factor
     */
    public record Target(String attribute, String unit, OutputRange range, double conversionFactor) {
        public SoilProperty property() {
            return new SoilProperty(attribute, unit);
        }
    }

    /**
     * A covariate and the values that the model has seen; beyond them it is bounded.
     *
     * @param name as requests name it
     * @param unit of the numbers
     * @param minimum seen in training
     * @param maximum seen in training
     * @param optional whether the model can do without it
     */
    public record CovariateRange(String name, String unit, double minimum, double maximum, boolean optional) {}

    /** A box in WGS 84 degrees; {@code east} is smaller than {@code west} where it crosses the antimeridian. */
    public record Area(double west, double south, double east, double north) {}

    /**
     * Numbers of the samples and pixels that a model learned from or was measured on.
     *
     * @param library laboratory spectra
     * @param soils Vis-NIR samples that were seen through the bands
     * @param pairs laboratory spectra with a pixel
     * @param unlabelled pixels without a label
     * @param training labelled pixels learned from
     * @param validation labelled pixels that said when to stop
     * @param calibration labelled pixels set aside for the intervals; 0 if these were calibrated across folds
     * @param test labelled pixels for the figures; where all were learned from, all of them
     * @param unseen labelled pixels of the region that was withheld
     * @param split how they were split
     * @param holdout region that was withheld; empty if none was
     */
    @RecordBuilder
    public record Counts(
            int library,
            int soils,
            int pairs,
            int unlabelled,
            int training,
            int validation,
            int calibration,
            int test,
            int unseen,
            String split,
            String holdout) {

        /** Whether every label was learned from, so that the figures come from nets of which each left out a fold. */
        public boolean crossed() {
            return test >= training && validation == 0 && calibration == 0;
        }
    }

    /**
     * Labels outside the output range.
     *
     * @param below labels under its minimum
     * @param above labels over its maximum
     * @param labels of all
     */
    public record Bounded(long below, long above, long labels) {}

    /**
     * Something that the model was made from.
     *
     * @param role library, scene, samples or covariate
     * @param name layer or library id
     * @param sha256 of its file, or of the numbers that were used; empty where it has none
     * @param area where it lies; null where it lies nowhere
     */
    public record Input(
            String role,
            String name,
            String sha256,
            @Nullable Area area) {}

    /** Numbers per pixel: reflectances and covariates. */
    public int inputs() {
        return bands.size() + covariates.size();
    }

    ModelCard with(@Nullable Bfloat16Difference difference, Map<String, String> hashes) {
        return ModelCardBuilder.builder(this).bfloat16(difference).files(hashes).build();
    }
}
