/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.util.Map;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.raster.scene.MaskRules;
import org.geotools.api.util.ProgressListener;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;
import org.geotools.process.factory.DescribeResults;
import org.locationtech.jts.geom.Geometry;

/** {@code deepsalt:EstimateSalinity}: an EnMAP scene becomes a map of ECe. Thread-safe. */
@DescribeProcess(
        title = "Estimate soil salinity",
        description = "Estimates the electrical conductivity of the saturated-paste extract (ECe, dS/m) for every"
                + " bare-soil pixel of an EnMAP L2A scene, with a prediction interval, a dissimilarity index that says"
                + " where the model does not apply, and the reason where a pixel has no estimate.")
public class EstimateSalinityProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;
    private final ProcessLimits limits;
    private final EngineSettings engine;

    public EstimateSalinityProcess(LayerCatalog catalog, ProcessLimits limits, EngineSettings engine) {
        this.catalog = catalog;
        this.limits = limits;
        this.engine = engine;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResults({
        @DescribeResult(
                name = "coverage",
                type = GridCoverage2D.class,
                primary = true,
                description =
                        "float32 bands ece, ece_lower, ece_upper (dS/m), dissimilarity, mask_reason on the grid of"
                                + " the scene; NaN where there is no estimate"),
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
                            description = "name=layer or name=number, one for each covariate of the model; a layer of"
                                    + " several bands serves those that its bands are named after")
                    String[] covariate,
            @DescribeParameter(name = "model", description = "id of a trained model, see deepsalt:ListModels")
                    String model,
            @DescribeParameter(
                            name = "region",
                            min = 0,
                            description = "polygon to which the result is restricted; longitude and latitude, or the"
                                    + " scene's CRS if the geometry names its SRID")
                    Geometry region,
            @DescribeParameter(
                            name = "confidence",
                            min = 0,
                            defaultValue = "0.9",
                            minValue = 0.5,
                            maxValue = 0.99,
                            description = "share of true values that the prediction interval shall cover, 0.5 to 0.99")
                    Double confidence,
            @DescribeParameter(
                            name = "maxNdvi",
                            min = 0,
                            defaultValue = "0.24",
                            minValue = -1,
                            maxValue = 1,
                            description = "pixels with a larger NDVI count as vegetation, -1 to 1")
                    Double maxNdvi,
            @DescribeParameter(
                            name = "minNdwi",
                            min = 0,
                            defaultValue = "0",
                            minValue = -1,
                            maxValue = 1,
                            description = "pixels with a larger NDWI and a dark short-wave infrared count as water,"
                                    + " -1 to 1")
                    Double minNdwi,
            @DescribeParameter(
                            name = "layer",
                            min = 0,
                            description = "name under which to publish the result, with or without a workspace; nothing"
                                    + " is published without it")
                    String layer,
            @DescribeParameter(
                            name = "style",
                            min = 0,
                            defaultValue = "ece-classes",
                            description = "style of the published layer")
                    String style,
            @DescribeParameter(name = "title", min = 0, description = "title of the published layer") String title,
            @DescribeParameter(
                            name = "overwrite",
                            min = 0,
                            defaultValue = "false",
                            description = "whether a layer of the same name may be replaced")
                    Boolean overwrite,
            ProgressListener listener) {
        EstimateRequest request = new EstimateRequest(
                enmap,
                covariate,
                model,
                region,
                Defaults.of(confidence, 0.9),
                new MaskRules(
                        Defaults.of(maxNdvi, MaskRules.STANDARD.maxNdvi()),
                        Defaults.of(minNdwi, MaskRules.STANDARD.minNdwi())),
                layer,
                Defaults.of(style, "ece-classes"),
                title,
                Defaults.of(overwrite, false));
        return WpsEdge.run(() -> new Estimation(catalog, limits, engine).run(request, ListenerProgress.of(listener)));
    }
}
