/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scenes;

import java.util.Map;
import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.Defaults;
import org.deepsalt.processes.catalog.LayerCatalog;
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

/** {@code deepsalt:ImportEnmapScene}: publishes an EnMAP product as a layer. Thread-safe. */
@DescribeProcess(
        title = "Import an EnMAP scene",
        description =
                "Publishes an EnMAP L2A product as a layer that keeps the wavelengths, scale and nodata of its bands"
                        + " and its quality images, ready for deepsalt:EstimateSalinity. The whole layer appears,"
                        + " or nothing.")
public class ImportEnmapSceneProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;
    private final ProcessSettings settings;

    public ImportEnmapSceneProcess(LayerCatalog catalog, ProcessSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResults({
        @DescribeResult(name = "published", type = String.class, primary = true, description = "name of the new layer"),
        @DescribeResult(
                name = "report",
                type = JsonReport.class,
                description = "what was imported: bands, those without data, size, acquisition, quality images")
    })
    public Map<String, Object> execute(
            @DescribeParameter(
                            name = "product",
                            description = "folder, ZIP or METADATA.XML of an EnMAP L2A product below a folder that this"
                                    + " server opens for imports")
                    String product,
            @DescribeParameter(name = "layer", description = "name of the new layer, with or without a workspace")
                    String layer,
            @DescribeParameter(name = "title", min = 0, description = "title of the new layer") @Nullable String title,
            @DescribeParameter(
                            name = "overwrite",
                            min = 0,
                            defaultValue = "false",
                            description = "whether a layer of the same name may be replaced")
                    @Nullable
                    Boolean overwrite,
            ProgressListener listener) {
        SceneImport.Request request = new SceneImport.Request(product, layer, title, Defaults.of(overwrite, false));
        return WpsEdge.run(
                () -> new SceneImport(catalog, settings.archives()).run(request, ListenerProgress.of(listener)));
    }
}
