/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.Defaults;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.job.ListenerProgress;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.job.WpsEdge;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.QualityRules;
import org.deepsalt.raster.scene.QualityRulesBuilder;
import org.deepsalt.raster.scene.TestFlag;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;
import org.geotools.process.factory.DescribeResults;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** {@code deepsalt:EstimateSalinity}: estimates a map of ECe from an EnMAP scene. Thread-safe. */
@DescribeProcess(
        title = "Estimate soil salinity",
        description = "Estimates the electrical conductivity of the saturated-paste extract (ECe, dS/m) for every"
                + " bare-soil pixel of an EnMAP L2A scene, with a prediction interval, a dissimilarity index that says"
                + " where the model does not apply, and the reason where a pixel has no estimate.")
public class EstimateSalinityProcess implements DeepSaltProcess {
    private static final MaskRules MASKS = MaskRules.STANDARD;
    private static final QualityRules QUALITY = MASKS.quality();

    private final LayerCatalog catalog;
    private final ProcessSettings settings;

    public EstimateSalinityProcess(LayerCatalog catalog, ProcessSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResults({
        @DescribeResult(
                name = "coverage",
                type = ResultCoverage.class,
                primary = true,
                description = "map of the estimates: float32 bands ece, ece_lower, ece_upper (dS/m), dissimilarity,"
                        + " mask_reason, ece_width (dS/m), p_saline (probability of ECe above the threshold) on the"
                        + " grid of the scene, named after the model's target and in its unit if that is another;"
                        + " NaN where there is no estimate"),
        @DescribeResult(
                name = "published",
                type = String.class,
                description = "name of the published layer, empty if none was asked for"),
        @DescribeResult(
                name = "report",
                type = JsonReport.class,
                description = "area per salinity class, pixels by mask reason, area outside the model's applicability,"
                        + " model, versions, timings")
    })
    public Map<String, Object> execute(
            @DescribeParameter(name = "enmap", description = "layer with an EnMAP L2A scene and its wavelengths")
                    String enmap,
            @DescribeParameter(
                            name = "covariate",
                            min = 0,
                            max = 64,
                            collectionType = String.class,
                            description = "name=layer or name=number, one for each covariate of the model, or a layer"
                                    + " alone, which serves every covariate that its bands are named after;"
                                    + " several in one value are separated by blanks, commas or semicolons. A model"
                                    + " whose covariates are optional does without any that are left out: the report"
                                    + " says which, and what that costs")
                    String @Nullable [] covariate,
            @DescribeParameter(
                            name = "model",
                            min = 0,
                            description = "id of a trained model, see deepsalt:ListModels; the server's own choice"
                                    + " without it")
                    @Nullable
                    String model,
            @DescribeParameter(
                            name = "region",
                            min = 0,
                            description = "polygon to which the result is restricted; longitude and latitude, or the"
                                    + " scene's CRS if the geometry names its SRID")
                    @Nullable
                    Geometry region,
            @DescribeParameter(
                            name = "confidence",
                            min = 0,
                            defaultValue = "0.9",
                            minValue = 0.5,
                            maxValue = 0.99,
                            description = "share of true values that the prediction interval shall cover, 0.5 to 0.99")
                    @Nullable
                    Double confidence,
            @DescribeParameter(
                            name = "threshold",
                            min = 0,
                            description = "value above which band p_saline gives the probability, in the unit of the"
                                    + " model's target; 4 dS/m for ECe without it, and no probability for other"
                                    + " targets")
                    @Nullable
                    Double threshold,
            @DescribeParameter(
                            name = "maxNdvi",
                            min = 0,
                            defaultValue = "0.24",
                            minValue = -1,
                            maxValue = 1,
                            description = "pixels with a larger NDVI count as vegetation, -1 to 1")
                    @Nullable
                    Double maxNdvi,
            @DescribeParameter(
                            name = "minNdwi",
                            min = 0,
                            defaultValue = "0",
                            minValue = -1,
                            maxValue = 1,
                            description = "pixels with a larger NDWI and a dark short-wave infrared count as water,"
                                    + " -1 to 1")
                    @Nullable
                    Double minNdwi,
            @DescribeParameter(
                            name = "maxWaterSwir",
                            min = 0,
                            defaultValue = "0.12",
                            minValue = 0,
                            maxValue = 1,
                            description = "reflectance at 1610 nm above which no pixel counts as water, 0 to 1")
                    @Nullable
                    Double maxWaterSwir,
            @DescribeParameter(
                            name = "maxNcai",
                            min = 0,
                            defaultValue = "1",
                            minValue = -1,
                            maxValue = 1,
                            description =
                                    "pixels with a larger normalised cellulose absorption index (2000, 2100, 2200 nm)"
                                            + " count as dry vegetation, -1 to 1; 1 for no such test, 0.03 is usual")
                    @Nullable
                    Double maxNcai,
            @DescribeParameter(
                            name = "maxNbr2",
                            min = 0,
                            defaultValue = "1",
                            minValue = -1,
                            maxValue = 1,
                            description = "pixels with a larger NBR2 (1610, 2200 nm) count as moist or covered with"
                                    + " residue, -1 to 1; 1 for no such test, 0.075 to 0.15 is usual on farmland but"
                                    + " takes gypsum for wet ground")
                    @Nullable
                    Double maxNbr2,
            @DescribeParameter(
                            name = "maskCloud",
                            min = 0,
                            defaultValue = "true",
                            description = "whether the product's cloud image rules pixels out; products may take bright"
                                    + " crusts for clouds")
                    @Nullable
                    Boolean maskCloud,
            @DescribeParameter(
                            name = "minCirrus",
                            min = 0,
                            defaultValue = "2",
                            minValue = 1,
                            maxValue = 4,
                            description = "lowest class of cirrus that rules a pixel out: 1 thin, 2 medium, 3 thick, 4"
                                    + " none")
                    @Nullable
                    Integer minCirrus,
            @DescribeParameter(
                            name = "maskHaze",
                            min = 0,
                            defaultValue = "false",
                            description = "whether the product's haze image rules pixels out")
                    @Nullable
                    Boolean maskHaze,
            @DescribeParameter(
                            name = "minNdsi",
                            min = 0,
                            defaultValue = "0.3",
                            minValue = -1,
                            maxValue = 1,
                            description = "NDSI (560, 1610 nm) from which the product's snow image is believed, -1 to"
                                    + " 1; below it the pixel is taken for a salt crust; -1 for everywhere")
                    @Nullable
                    Double minNdsi,
            @DescribeParameter(
                            name = "worstQuality",
                            min = 0,
                            defaultValue = "1",
                            minValue = 0,
                            maxValue = 2,
                            description = "worst overall quality in the product's test flags that may pass: 0 nominal,"
                                    + " 1 reduced, 2 low")
                    @Nullable
                    Integer worstQuality,
            @DescribeParameter(
                            name = "maskFlag",
                            min = 0,
                            max = 3,
                            collectionType = TestFlag.class,
                            description = "test flags that rule a pixel out besides its quality: INTERPOLATED,"
                                    + " SATURATED, ARTEFACT; none unless given")
                    TestFlag @Nullable [] maskFlag,
            @DescribeParameter(
                            name = "maxDefects",
                            min = 0,
                            defaultValue = "0",
                            minValue = 0,
                            description = "bands of the model that the product's pixel mask may mark as defective in a"
                                    + " pixel, 0 or more")
                    @Nullable
                    Integer maxDefects,
            @DescribeParameter(
                            name = "layer",
                            min = 0,
                            description = "name under which to publish the result, with or without a workspace; nothing"
                                    + " is published without it")
                    @Nullable
                    String layer,
            @DescribeParameter(
                            name = "style",
                            min = 0,
                            description =
                                    "style of the published layer; the server's own choice without it, ece-classes"
                                            + " unless it has another")
                    @Nullable
                    String style,
            @DescribeParameter(name = "title", min = 0, description = "title of the published layer") @Nullable
                    String title,
            @DescribeParameter(
                            name = "overwrite",
                            min = 0,
                            defaultValue = "false",
                            description = "whether a layer of the same name may be replaced")
                    @Nullable
                    Boolean overwrite,
            @DescribeParameter(
                            name = "series",
                            min = 0,
                            description = "name of a layer with a time dimension to which the result is added, instead"
                                    + " of a layer; made if there is none. The same scene and model again replaces its"
                                    + " map, all others stay")
                    @Nullable
                    String series,
            @DescribeParameter(
                            name = "time",
                            min = 0,
                            description =
                                    "when the scene was taken, such as 2025-07-11T10:20:30Z or 2025-07-11, UTC; as its"
                                            + " METADATA.XML says without it")
                    @Nullable
                    String time,
            ProgressListener listener) {
        EstimateRequest request = new EstimateRequest(
                enmap,
                Defaults.of(covariate, new String[0]),
                region,
                time,
                new EstimateRequest.ModelChoice(
                        model == null ? settings.defaultModel().orElse(null) : model,
                        Defaults.of(confidence, 0.9),
                        threshold),
                new MaskRules(
                        Defaults.of(maxNdvi, MASKS.maxNdvi()),
                        Defaults.of(maxNcai, MASKS.maxNcai()),
                        Defaults.of(maxNbr2, MASKS.maxNbr2()),
                        Defaults.of(minNdwi, MASKS.minNdwi()),
                        Defaults.of(maxWaterSwir, MASKS.maxWaterSwir()),
                        QualityRulesBuilder.builder()
                                .cloud(Defaults.of(maskCloud, QUALITY.cloud()))
                                .minCirrus(Defaults.of(minCirrus, QUALITY.minCirrus()))
                                .haze(Defaults.of(maskHaze, QUALITY.haze()))
                                .minNdsi(Defaults.of(minNdsi, QUALITY.minNdsi()))
                                .worstQuality(Defaults.of(worstQuality, QUALITY.worstQuality()))
                                .flags(maskFlag == null ? QUALITY.flags() : new HashSet<>(Arrays.asList(maskFlag)))
                                .maxDefects(Defaults.of(maxDefects, QUALITY.maxDefects()))
                                .build()),
                new PublishRequest(
                        layer,
                        series,
                        Defaults.of(style, settings.defaultStyle()),
                        style != null,
                        title,
                        Defaults.of(overwrite, false)));
        return WpsEdge.run(() -> new Estimation(catalog, settings.limits(), settings.engine())
                .run(request, ListenerProgress.of(listener)));
    }
}
