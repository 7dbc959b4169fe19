/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.batch.job.NoLayers;
import org.deepsalt.demohost.catalog.RasterFile;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.processes.statistics.SalinityStatisticsProcess;
import org.deepsalt.raster.coverage.PlausibleRange;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.coverage.WarpedSource;
import org.deepsalt.raster.coverage.WarpedSource.Sampling;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridMapping;
import org.deepsalt.raster.grid.GridPlace;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** The ways on which the project reads a raster. Each gives values, or throws. */
final class Paths {
    private static final ProcessSettings SETTINGS =
            ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());

    private static final long MOST = 1_000_000;
    private static final PlausibleRange ANYTHING = PlausibleRange.ofCovariate("elevation");

    private Paths() {}

    /** Files as layers, and no others. */
    static FileCatalog files() {
        return new FileCatalog(noLayers(), ArchiveLimits.STANDARD);
    }

    static LayerCatalog noLayers() {
        return new NoLayers(new ModelStore(Path.of("no-models")));
    }

    /** The values of a covariate on its own grid, as an estimation warps them; band by band. */
    static double[] covariate(Path file, int bands, Sampling sampling) {
        try (RasterLayer layer = FileCatalog.open(file.getFileName().toString(), file);
                RasterSource source = layer.open()) {
            Grid grid = source.grid();
            int[] all = IntStream.range(0, bands).toArray();
            return byBand(
                    new WarpedSource(source, all, grid, sampling, Collections.nCopies(bands, ANYTHING))
                            .read(some(grid)),
                    bands);
        }
    }

    /**
     * Where places lie on a covariate, in columns and rows of its grid.
     *
     * @param places longitudes and latitudes
     */
    static double[] places(Path file, double[] places) {
        try (RasterLayer layer = FileCatalog.open(file.getFileName().toString(), file);
                RasterSource source = layer.open()) {
            double[] found = new double[places.length];
            for (int i = 0; i < places.length; i += 2) {
                double[] at = new GridMapping(around(places[i], places[i + 1]), source.grid())
                        .centres(new Window(0, 0, 1, 1));
                found[i] = at[0];
                found[i + 1] = at[1];
            }
            return found;
        }
    }

    /** The pixel of a scene or covariate at a longitude and latitude: column and row, -1 where there is none. */
    static int[] pixel(Path file, double longitude, double latitude) {
        try (RasterLayer layer = FileCatalog.open(file.getFileName().toString(), file);
                RasterSource source = layer.open()) {
            return GridPlace.ofDegrees(source.grid())
                    .pixel(longitude, latitude)
                    .map(window -> new int[] {window.x(), window.y()})
                    .orElse(new int[] {-1, -1});
        }
    }

    private static Grid around(double longitude, double latitude) {
        double side = 1e-4;
        AffineTransform place = new AffineTransform(side, 0, 0, -side, longitude - side / 2, latitude + side / 2);
        return new Grid(1, 1, place, DefaultGeographicCRS.WGS84);
    }

    /** The overall figures of a map: {@code pixels}, {@code valid}, {@code min}, {@code max} and so on. */
    static JsonNode statistics(Path file) throws Exception {
        try (FileCatalog catalog = files()) {
            Object report = new SalinityStatisticsProcess(catalog, SETTINGS)
                    .execute(file.toString(), null, null, null, null, null, null)
                    .get("statistics");
            return new ObjectMapper().readTree(((JsonReport) report).json()).path("overall");
        }
    }

    /** The values that the demo host tells when somebody clicks on its map. */
    static double[] click(Path file, int bands) throws IOException {
        RasterFile opened = RasterFile.open(file);
        int[] all = IntStream.range(0, bands).toArray();
        try (RasterSource source = RasterSource.open(file.getFileName().toString(), opened.reader(), opened.path())) {
            Grid grid = source.grid();
            return byBand(new WarpedSource(source, all, grid, Sampling.NEAREST).read(some(grid)), bands);
        } finally {
            opened.reader().dispose();
        }
    }

    /** The values that the demo host draws, of the image itself. */
    static double[] picture(Path file, int bands) throws IOException {
        RasterFile opened = RasterFile.open(file);
        int[] all = IntStream.range(0, bands).toArray();
        try (RasterSource source =
                RasterSource.openReduced(file.getFileName().toString(), opened.reader(), opened.path(), 1)) {
            Grid grid = source.grid();
            return byBand(new WarpedSource(source, all, grid, Sampling.NEAREST).read(some(grid)), bands);
        } finally {
            opened.reader().dispose();
        }
    }

    /** The reflectances of a scene; NaN where a pixel has none in any band. */
    static double[] scene(Path file) {
        try (RasterLayer layer = FileCatalog.open(file.getFileName().toString(), file);
                Scene scene = Scene.open(layer.name(), layer.reader(), layer.file(), layer.bandNames())) {
            int bands = scene.bands().size();
            PixelReader.Pixels pixels = read(scene);
            float[] values = new float[pixels.reasons().length * bands];
            Arrays.fill(values, Float.NaN);
            int at = 0;
            for (int pixel = 0; pixel < pixels.reasons().length; pixel++) {
                if (pixels.reasons()[pixel] == 0) {
                    System.arraycopy(pixels.rows(), at++ * bands, values, pixel * bands, bands);
                }
            }
            return byBand(values, bands);
        }
    }

    /** Why the pixels of a scene have no estimate, by the code of the reason. */
    static byte[] reasons(Path file) {
        try (RasterLayer layer = FileCatalog.open(file.getFileName().toString(), file);
                Scene scene = Scene.open(layer.name(), layer.reader(), layer.file(), layer.bandNames())) {
            return read(scene).reasons();
        }
    }

    private static PixelReader.Pixels read(Scene scene) {
        CovariateStack none = new CovariateStack(scene.grid(), List.of());
        return new PixelReader(scene, none, MaskRules.STANDARD, scene.usableBands(), 0).read(some(scene.grid()));
    }

    /** All of a grid, or the beginning of one that is so large because its file is damaged. */
    private static Window some(Grid grid) {
        return grid.pixels() > MOST
                ? new Window(0, 0, Math.min(grid.width(), 256), Math.min(grid.height(), 256))
                : grid.all();
    }

    private static double[] byBand(float[] values, int bands) {
        int pixels = values.length / bands;
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sorted[i % bands * pixels + i / bands] = values[i];
        }
        return sorted;
    }
}
