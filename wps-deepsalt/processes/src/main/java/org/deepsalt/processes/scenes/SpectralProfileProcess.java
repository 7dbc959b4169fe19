/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scenes;

import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.job.ListenerProgress;
import org.deepsalt.processes.job.WpsEdge;
import org.deepsalt.processes.report.JsonReport;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;

/** {@code deepsalt:SpectralProfile}: returns the spectra of single pixels. Thread-safe. */
@DescribeProcess(
        title = "Spectral profile",
        description = "Gives the wavelengths of an EnMAP scene and its reflectances at points, as an estimation reads"
                + " them, with the reason where a pixel would have no estimate.")
public class SpectralProfileProcess implements DeepSaltProcess {
    private static final int MOST_POINTS = 1000;

    private final LayerCatalog catalog;

    public SpectralProfileProcess(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResult(
            name = "profile",
            type = JsonReport.class,
            description = "wavelengths in nm and, for each point, its pixel, its mask reason (null for bare soil) and"
                    + " its reflectances (null where a band has no data)")
    public JsonReport execute(
            @DescribeParameter(name = "enmap", description = "layer with an EnMAP L2A scene and its wavelengths")
                    String enmap,
            @DescribeParameter(
                            name = "point",
                            min = 1,
                            max = MOST_POINTS,
                            collectionType = String.class,
                            description = "longitude and latitude in WGS 84 degrees, as '-110.1 39.0' or"
                                    + " 'POINT(-110.1 39.0)'")
                    String[] point,
            ProgressListener listener) {
        return WpsEdge.run(() -> new Profiles(catalog).run(enmap, point, ListenerProgress.of(listener)));
    }
}
