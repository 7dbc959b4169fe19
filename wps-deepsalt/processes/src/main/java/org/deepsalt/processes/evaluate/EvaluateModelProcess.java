/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.evaluate;

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
import org.jspecify.annotations.Nullable;

/** {@code deepsalt:EvaluateModel}: compares a model's estimates with samples that it has not seen. Thread-safe. */
@DescribeProcess(
        title = "Evaluate a salinity model",
        description =
                "Compares a model's estimates with measured ECe (dS/m) at the points of a layer: errors, agreement of"
                        + " salinity classes, coverage and width of the prediction intervals, overall and by"
                        + " salinity class, texture"
                        + " class, climate zone, region and applicability. The samples must not be those that the"
                        + " model has learned from.")
public class EvaluateModelProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;
    private final ProcessSettings settings;

    public EvaluateModelProcess(LayerCatalog catalog, ProcessSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResult(
            name = "report",
            type = JsonReport.class,
            description = "figures overall and in groups, intervals, applicability, samples without a pixel by reason")
    public JsonReport execute(
            @DescribeParameter(name = "model", description = "id of the model") String model,
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
                            description =
                                    "name=layer or name=number, one for each covariate of the model, or a layer alone,"
                                            + " which serves every covariate that its bands are named after; several"
                                            + " in one value are separated by blanks, commas or semicolons; climate"
                                            + " zones are told where tavg is in degrees Celsius and pavg the mean month"
                                            + " in mm")
                    String @Nullable [] covariate,
            @DescribeParameter(name = "samples", description = "point layer with the measured target") String samples,
            @DescribeParameter(
                            name = "target",
                            min = 0,
                            description = "attribute of the samples with the measured value; the one that the model was"
                                    + " trained on without it")
                    @Nullable
                    String target,
            @DescribeParameter(
                            name = "region",
                            min = 0,
                            description =
                                    "attribute of the samples that names their region; without it the attribute region"
                                            + " if there is one, else each scene is a region")
                    @Nullable
                    String region,
            @DescribeParameter(
                            name = "confidence",
                            min = 0,
                            defaultValue = "0.9",
                            minValue = 0.5,
                            maxValue = 0.99,
                            description = "share of true values that the interval shall hold, 0.5 to 0.99")
                    @Nullable
                    Double confidence,
            ProgressListener listener) {
        EvaluateRequest request = new EvaluateRequest(
                model,
                Defaults.of(enmap, new String[0]),
                Defaults.of(covariate, new String[0]),
                new SampleRequest(samples, target, region),
                Defaults.of(confidence, 0.9));
        return WpsEdge.run(() -> new ModelEvaluation(catalog, settings.limits(), settings.engine())
                .run(request, ListenerProgress.of(listener)));
    }
}
