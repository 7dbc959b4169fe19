/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.library.BelowDetection;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.SpectralAxis;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.training.settings.CollapseGuard;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.Defaults;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.inputs.SampleRequest;
import org.deepsalt.processes.job.ListenerProgress;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.job.WpsEdge;
import org.deepsalt.processes.report.JsonReport;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;
import org.geotools.process.factory.DescribeResults;
import org.jspecify.annotations.Nullable;

/** {@code deepsalt:TrainModel}: trains a model on laboratory spectra, EnMAP scenes and field samples. Thread-safe. */
@DescribeProcess(
        title = "Train a salinity model",
        description =
                "Trains a model that estimates ECe, or another soil property, from EnMAP spectra: an autoencoder for"
                        + " laboratory and one"
                        + " for satellite spectra, their alignment, a teacher on laboratory codes, a student on"
                        + " satellite codes and covariates, calibrated intervals. Ends within one training step of a"
                        + " dismissal.")
public class TrainModelProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;
    private final ProcessSettings settings;

    public TrainModelProcess(LayerCatalog catalog, ProcessSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResults({
        @DescribeResult(
                name = "report",
                type = JsonReport.class,
                primary = true,
                description = "learning curves, figures on test pixels, what was learned from"),
        @DescribeResult(name = "id", type = String.class, description = "id of the new model")
    })
    public Map<String, Object> execute(
            @DescribeParameter(
                            name = "model",
                            description = "id of the new model: lower-case letters, digits, '.', '_', '-'")
                    String model,
            @DescribeParameter(
                            name = "ftir",
                            min = 1,
                            max = 16,
                            collectionType = String.class,
                            description =
                                    "ids of libraries of laboratory spectra, each of the mid infrared (cm-1) or of"
                                            + " Vis-NIR (350 to 2500 nm)")
                    String[] ftir,
            @DescribeParameter(
                            name = "enmap",
                            min = 1,
                            max = 64,
                            collectionType = String.class,
                            description = "layers with EnMAP L2A scenes")
                    String[] enmap,
            @DescribeParameter(
                            name = "covariate",
                            min = 0,
                            max = 64,
                            collectionType = String.class,
                            description = "name=layer or name=number, or a layer alone for all that its bands are named"
                                    + " after; several in one value are separated by blanks, commas or"
                                    + " semicolons; the names and their order become the model's; of several"
                                    + " layers for one name each scene takes the first that covers it")
                    String @Nullable [] covariate,
            @DescribeParameter(
                            name = "samples",
                            min = 0,
                            description = "point layer with the measured target; without it a screening model is"
                                    + " trained from Vis-NIR spectra and scenes alone")
                    @Nullable
                    String samples,
            @DescribeParameter(
                            name = "target",
                            min = 0,
                            defaultValue = "ece",
                            description =
                                    "attribute of the samples with the property to learn; the library has a column"
                                            + " of that name, or one of EC if the property is ECe")
                    @Nullable
                    String target,
            @DescribeParameter(
                            name = "targetUnit",
                            min = 0,
                            defaultValue = "dS/m",
                            description = "unit of that attribute; with dS/m the property is ECe")
                    @Nullable
                    String targetUnit,
            @DescribeParameter(
                            name = "targetRange",
                            min = 0,
                            description = "minimum,maximum of what the model can answer, both above 0; 0.05,77 for ECe"
                                    + " without it, needed for other properties")
                    @Nullable
                    String targetRange,
            @DescribeParameter(
                            name = "spectra",
                            min = 0,
                            description =
                                    "what the numbers of the library's spectra are: ABSORBANCE, REFLECTANCE (0 to 1)"
                                            + " or PERCENT; without it its headers tell (1500.2_abs, _ref, _pct), or"
                                            + " else the numbers themselves")
                    @Nullable
                    SpectrumUnit spectra,
            @DescribeParameter(
                            name = "axis",
                            min = 0,
                            description = "what the headers of the libraries' spectra count where their words do not"
                                    + " tell: CM for wavenumbers in cm-1 (mid infrared), NM or UM for wavelengths"
                                    + " (Vis-NIR); without it the numbers tell, or the library is refused")
                    @Nullable
                    SpectralAxis axis,
            @DescribeParameter(
                            name = "maxDepth",
                            min = 0,
                            defaultValue = "30",
                            minValue = 0,
                            maxValue = 1000,
                            description = "deepest lower edge in cm of the library's samples; deeper rows are passed"
                                    + " over and counted, where the library tells depths")
                    @Nullable
                    Double maxDepth,
            @DescribeParameter(
                            name = "ecUnit",
                            min = 0,
                            description = "unit of the library's EC where neither its column's name nor a column"
                                    + " ec_unit tells it: dS/m, mS/cm, mmho/cm, mS/m or uS/cm")
                    @Nullable
                    String ecUnit,
            @DescribeParameter(
                            name = "ecExtract",
                            min = 0,
                            description = "extract of the library's EC where neither its column's name nor a column"
                                    + " ec_extract tells it: saturated paste, 1:2, 1:2.5 or 1:5")
                    @Nullable
                    String ecExtract,
            @DescribeParameter(
                            name = "belowDetection",
                            min = 0,
                            defaultValue = "HALF",
                            description = "what becomes of measurements that the library reports as below a limit"
                                    + " of detection: HALF of the limit, or REFUSE the library")
                    @Nullable
                    BelowDetection belowDetection,
            @DescribeParameter(
                            name = "preset",
                            min = 0,
                            defaultValue = Presets.DEFAULT,
                            description = "how to train: default, or paper for DeepSalt as published, which ends with"
                                    + " the reason where its alignment collapses")
                    @Nullable
                    String preset,
            @DescribeParameter(
                            name = "collapseGuard",
                            min = 0,
                            description = "what keeps the alignment from giving all spectra the same code: NONE, or"
                                    + " CONTRASTIVE for a term that pushes apart what is no pair; without it the"
                                    + " preset's")
                    @Nullable
                    CollapseGuard collapseGuard,
            @DescribeParameter(
                            name = "pairingDistance",
                            min = 0,
                            defaultValue = "1",
                            minValue = 0.01,
                            maxValue = 50,
                            description =
                                    "largest distance in km between a laboratory sample and its pixel, 0.01 to 50")
                    @Nullable
                    Double pairingDistance,
            @DescribeParameter(
                            name = "split",
                            min = 0,
                            description = "how labelled pixels are divided into training and test: RANDOM each by"
                                    + " itself, CLUSTER whole blocks of neighbours, REGION as RANDOM with one region"
                                    + " withheld for a test of its own, REGIONS whole regions; without it RANDOM,"
                                    + " and REGIONS for a screening model")
                    Split.@Nullable Kind split,
            @DescribeParameter(
                            name = "region",
                            min = 0,
                            description =
                                    "attribute of the samples that names their region; without it the attribute region"
                                            + " if there is one, else each scene is a region")
                    @Nullable
                    String region,
            @DescribeParameter(
                            name = "holdout",
                            min = 0,
                            description =
                                    "name of the region that split=REGION withholds; laboratory samples from there are"
                                            + " withheld too, its pixels without a label are not")
                    @Nullable
                    String holdout,
            @DescribeParameter(
                            name = "unlabelled",
                            min = 0,
                            defaultValue = "30000",
                            minValue = 100,
                            description =
                                    "pixels without a label to learn spectra from, at least 100; three quarters are"
                                            + " drawn within pairingDistance of the laboratory's samples, which can"
                                            + " only find a pixel that was drawn")
                    @Nullable
                    Integer unlabelled,
            @DescribeParameter(
                            name = "seed",
                            min = 0,
                            defaultValue = "1",
                            description = "of all random choices: the same seed gives the same model")
                    @Nullable
                    Long seed,
            @DescribeParameter(
                            name = "laboratoryEpochs",
                            min = 0,
                            minValue = 1,
                            description =
                                    "passes of the autoencoder over the laboratory spectra; without it the preset's")
                    @Nullable
                    Integer laboratoryEpochs,
            @DescribeParameter(
                            name = "satelliteEpochs",
                            min = 0,
                            minValue = 1,
                            description =
                                    "passes of the autoencoder over the unlabelled pixels; without it the preset's")
                    @Nullable
                    Integer satelliteEpochs,
            @DescribeParameter(
                            name = "alignmentEpochs",
                            min = 0,
                            minValue = 1,
                            description = "passes of the alignment over the pairs; without it the preset's")
                    @Nullable
                    Integer alignmentEpochs,
            @DescribeParameter(
                            name = "teacherEpochs",
                            min = 0,
                            minValue = 1,
                            description = "passes of the teacher over the laboratory spectra, at most; without it the"
                                    + " preset's")
                    @Nullable
                    Integer teacherEpochs,
            @DescribeParameter(
                            name = "studentEpochs",
                            min = 0,
                            minValue = 1,
                            description =
                                    "passes of the student over the labelled pixels, at most; without it the preset's")
                    @Nullable
                    Integer studentEpochs,
            @DescribeParameter(
                            name = "baselines",
                            min = 0,
                            defaultValue = "false",
                            description = "whether other methods (mean, salinity index, PLSR, random forest, gradient"
                                    + " boosting, SVR, with and without weak labels) are tuned on the same samples, for"
                                    + " comparison in the report; takes minutes")
                    @Nullable
                    Boolean baselines,
            @DescribeParameter(name = "title", min = 0, description = "title of the model") @Nullable String title,
            @DescribeParameter(
                            name = "synthetic",
                            min = 0,
                            defaultValue = "false",
                            description = "marks a model trained on made-up data, so that its maps say so")
                    @Nullable
                    Boolean synthetic,
            @DescribeParameter(
                            name = "overwrite",
                            min = 0,
                            defaultValue = "false",
                            description = "whether a model of the same id may be replaced")
                    @Nullable
                    Boolean overwrite,
            ProgressListener listener) {
        String attribute = Defaults.of(target, SoilProperty.ECE.name());
        TrainRequest request = new TrainRequest(
                new NewModel(
                        model, Defaults.of(title, model), Defaults.of(synthetic, false), Defaults.of(overwrite, false)),
                new LaboratoryRequest(
                        List.of(Defaults.of(ftir, new String[0])),
                        new LaboratoryRequest.Reading(
                                spectra,
                                axis,
                                Defaults.of(maxDepth, LibraryOptions.USUAL_DEPTH),
                                ecUnit,
                                ecExtract,
                                Defaults.of(belowDetection, BelowDetection.HALF)),
                        Defaults.of(pairingDistance, 1.0)),
                new ScenesRequest(
                        Defaults.of(enmap, new String[0]),
                        Defaults.of(covariate, new String[0]),
                        Defaults.of(unlabelled, 30_000)),
                samples == null ? null : new SampleRequest(samples, attribute, region),
                new TargetRequest(attribute, Defaults.of(targetUnit, SoilProperty.ECE_UNIT), targetRange),
                new TrainingOptions(
                        Defaults.of(preset, Presets.DEFAULT),
                        collapseGuard,
                        new TrainingOptions.Epochs(
                                laboratoryEpochs, satelliteEpochs, alignmentEpochs, teacherEpochs, studentEpochs),
                        new SplitRequest(split, holdout),
                        Defaults.of(seed, 1L),
                        Defaults.of(baselines, false)));
        return WpsEdge.run(() -> new Training(catalog, settings.limits(), settings.engine())
                .run(request, ListenerProgress.of(listener)));
    }
}
