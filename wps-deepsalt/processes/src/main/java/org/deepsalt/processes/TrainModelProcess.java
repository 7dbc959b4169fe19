/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.util.Map;
import org.deepsalt.model.training.Split;
import org.deepsalt.model.training.TrainingSettings;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;
import org.geotools.process.factory.DescribeResults;

/** {@code deepsalt:TrainModel}: laboratory spectra teach, satellite spectra learn. Thread-safe. */
@DescribeProcess(
        title = "Train a salinity model",
        description =
                "Trains a model that estimates ECe from EnMAP spectra: an autoencoder for laboratory (FTIR) and one"
                        + " for satellite spectra, their alignment, a teacher on laboratory codes, a student on satellite codes"
                        + " and covariates, calibrated intervals. Ends within one training step of a dismissal.")
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
            @DescribeParameter(name = "ftir", description = "id of the library of laboratory spectra") String ftir,
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
                            description = "name=layer or name=number; the names and their order become the model's")
                    String[] covariate,
            @DescribeParameter(name = "samples", description = "point layer with the measured target") String samples,
            @DescribeParameter(
                            name = "target",
                            min = 0,
                            defaultValue = "ece",
                            description = "attribute of the samples: ECe in dS/m")
                    String target,
            @DescribeParameter(
                            name = "pairingDistance",
                            min = 0,
                            defaultValue = "1",
                            minValue = 0.01,
                            maxValue = 50,
                            description =
                                    "largest distance in km between a laboratory sample and its pixel, 0.01 to 50")
                    Double pairingDistance,
            @DescribeParameter(
                            name = "split",
                            min = 0,
                            defaultValue = "RANDOM",
                            description = "how labelled pixels are dealt out to training and testing: RANDOM each by"
                                    + " itself, CLUSTER whole blocks of neighbours, REGION as RANDOM with one region"
                                    + " withheld for a test of its own")
                    Split.Kind split,
            @DescribeParameter(
                            name = "region",
                            min = 0,
                            description =
                                    "attribute of the samples that names their region; without it the attribute region"
                                            + " if there is one, else each scene is a region")
                    String region,
            @DescribeParameter(
                            name = "holdout",
                            min = 0,
                            description =
                                    "name of the region that split=REGION withholds; laboratory samples from there are"
                                            + " withheld too, its pixels without a label are not")
                    String holdout,
            @DescribeParameter(
                            name = "unlabelled",
                            min = 0,
                            defaultValue = "6000",
                            minValue = 100,
                            description = "pixels without a label to learn spectra from, at least 100")
                    Integer unlabelled,
            @DescribeParameter(
                            name = "seed",
                            min = 0,
                            defaultValue = "1",
                            description = "of all random choices: the same seed gives the same model")
                    Long seed,
            @DescribeParameter(
                            name = "laboratoryEpochs",
                            min = 0,
                            defaultValue = "100",
                            minValue = 1,
                            description = "passes of the autoencoder over the laboratory spectra")
                    Integer laboratoryEpochs,
            @DescribeParameter(
                            name = "satelliteEpochs",
                            min = 0,
                            defaultValue = "30",
                            minValue = 1,
                            description = "passes of the autoencoder over the unlabelled pixels")
                    Integer satelliteEpochs,
            @DescribeParameter(
                            name = "alignmentEpochs",
                            min = 0,
                            defaultValue = "60",
                            minValue = 1,
                            description = "passes of the alignment over the pairs")
                    Integer alignmentEpochs,
            @DescribeParameter(
                            name = "teacherEpochs",
                            min = 0,
                            defaultValue = "300",
                            minValue = 1,
                            description = "passes of the teacher over the laboratory spectra, at most")
                    Integer teacherEpochs,
            @DescribeParameter(
                            name = "studentEpochs",
                            min = 0,
                            defaultValue = "300",
                            minValue = 1,
                            description = "passes of the student over the labelled pixels, at most")
                    Integer studentEpochs,
            @DescribeParameter(name = "title", min = 0, description = "title of the model") String title,
            @DescribeParameter(
                            name = "synthetic",
                            min = 0,
                            defaultValue = "false",
                            description = "marks a model trained on made-up data, so that its maps say so")
                    Boolean synthetic,
            @DescribeParameter(
                            name = "overwrite",
                            min = 0,
                            defaultValue = "false",
                            description = "whether a model of the same id may be replaced")
                    Boolean overwrite,
            ProgressListener listener) {
        TrainRequest request = new TrainRequest(
                model,
                ftir,
                enmap,
                covariate,
                new SampleRequest(samples, Defaults.of(target, "ece"), region),
                Defaults.of(pairingDistance, 1.0),
                new SplitRequest(Defaults.of(split, Split.Kind.RANDOM), holdout),
                Defaults.of(unlabelled, 6000),
                new TrainingSettings.Epochs(
                        Defaults.of(laboratoryEpochs, TrainingSettings.Epochs.STANDARD.laboratory()),
                        Defaults.of(satelliteEpochs, TrainingSettings.Epochs.STANDARD.satellite()),
                        Defaults.of(alignmentEpochs, TrainingSettings.Epochs.STANDARD.alignment()),
                        Defaults.of(teacherEpochs, TrainingSettings.Epochs.STANDARD.teacher()),
                        Defaults.of(studentEpochs, TrainingSettings.Epochs.STANDARD.student())),
                Defaults.of(seed, 1L),
                Defaults.of(title, model),
                Defaults.of(synthetic, false),
                Defaults.of(overwrite, false));
        return WpsEdge.run(() -> new Training(catalog, settings.limits(), settings.engine())
                .run(request, ListenerProgress.of(listener)));
    }
}
