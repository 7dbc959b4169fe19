/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.Folders;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A synthetic scene of nine windows: together too large for GeoTools' tile cache, so that going round decodes every
 * time.
 */
@State(Scope.Benchmark)
public class SceneState {
    private static final int SIDE = 128;
    private static final int SIZE = 3 * SIDE;
    private static final double TOLERANCE = 5;
    private static final int COVARIATES = 8;

    private Path folder;
    private GeoTiffReader reader;
    private Scene scene;
    private int turn;

    RasterSource image;
    RasterSource throughGeoTools;
    PixelReader pixels;
    List<Window> windows;
    int[] bands;
    float[] numbers;

    /** Makes the scene. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        folder = Files.createTempDirectory("scene-");
        WorldOptions options = new WorldOptions(SIZE, 7, folder.resolve("world"));
        Path file = EnmapProduct.at(SampleWorld.write(options, Progress.SILENT).enmap())
                .spectralImage();
        reader = new GeoTiffReader(file.toFile());
        throughGeoTools = RasterSource.open("scene", reader);
        image = RasterSource.open("scene", reader, TiffFile.open(file));
        scene = Scene.open("scene", reader, file, List.of());
        List<CovariateStack.Origin> constants = Collections.nCopies(COVARIATES, new CovariateStack.Origin.Constant(1));
        pixels = new PixelReader(
                scene, new CovariateStack(scene.grid(), constants), MaskRules.STANDARD, scene.usableBands(), TOLERANCE);
        windows = image.grid().all().tiles(SIDE);
        bands = IntStream.range(0, image.bands()).toArray();
        numbers = new float[SIDE * SIDE * bands.length];
    }

    Window next() {
        turn = (turn + 1) % windows.size();
        return windows.get(turn);
    }

    /** Deletes the scene. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        scene.close();
        image.close();
        throughGeoTools.close();
        reader.dispose();
        Folders.delete(folder);
    }
}
