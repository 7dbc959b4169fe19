/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.publish;

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

/** {@code deepsalt:PublishBatch}: adds the results of a batch to a layer with a time dimension. Thread-safe. */
@DescribeProcess(
        title = "Publish the results of a batch",
        description = "Adds all finished results of a batch to a series, a layer with a time dimension. A result that"
                + " was changed since, or does not fit the series, is told with its reason and stops no other; a"
                + " repetition goes on where a cancelled request ended.")
public class PublishBatchProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;
    private final ProcessSettings settings;

    public PublishBatchProcess(LayerCatalog catalog, ProcessSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResults({
        @DescribeResult(
                name = "report",
                type = JsonReport.class,
                primary = true,
                description = "how many results were added, replaced, kept and refused, and what became of each scene"),
        @DescribeResult(
                name = "published",
                type = String.class,
                description = "name of the series with its workspace, empty if nothing was added")
    })
    public Map<String, Object> execute(
            @DescribeParameter(
                            name = "manifest",
                            description = "manifest.jsonl of a batch, or its folder: a path below a folder from which"
                                    + " the server imports")
                    String manifest,
            @DescribeParameter(
                            name = "series",
                            description = "name of a layer with a time dimension to which the results are added; made"
                                    + " if there is none")
                    String series,
            @DescribeParameter(
                            name = "style",
                            min = 0,
                            description = "style of the series; the server's own choice without it")
                    @Nullable
                    String style,
            @DescribeParameter(name = "title", min = 0, description = "title of the series") @Nullable String title,
            @DescribeParameter(
                            name = "overwrite",
                            min = 0,
                            defaultValue = "false",
                            description = "whether maps of the same scene and model that the series has are replaced")
                    @Nullable
                    Boolean overwrite,
            ProgressListener listener) {
        BatchRequest request = new BatchRequest(
                manifest,
                series,
                Defaults.of(style, settings.defaultStyle()),
                style != null,
                title,
                Defaults.of(overwrite, false));
        return WpsEdge.run(() -> new BatchPublishing(catalog).run(request, ListenerProgress.of(listener)));
    }
}
