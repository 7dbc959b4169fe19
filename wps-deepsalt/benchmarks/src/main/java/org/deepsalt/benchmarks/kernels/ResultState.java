/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.deepsalt.model.files.Folders;
import org.deepsalt.raster.estimate.ResultBand;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A result that is being written, large enough never to be full, begun anew with each iteration. */
@State(Scope.Benchmark)
public class ResultState {
    private static final int SIDE = 128;
    private static final int TILES = 256;
    private static final double MASKED = 0.3;

    private Path folder;
    private int next;
    TiledTiffWriter writer;
    float[] samples;

    /** Makes a tile of positive numbers with two digits' noise, of which some are masked. */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        folder = Files.createTempDirectory("result-");
        Random random = new Random(7);
        samples = new float[ResultBand.values().length * SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            double smooth = 5 + Math.sin(i / 40.0);
            samples[i] = random.nextDouble() < MASKED ? Float.NaN : (float) (smooth + 0.1 * random.nextGaussian());
        }
    }

    /** Begins a file. */
    @Setup(Level.Iteration)
    public void begin() throws IOException, FactoryException {
        int side = TILES * SIDE;
        Grid grid =
                new Grid(side, side, new AffineTransform(30, 0, 0, -30, 300_000, 4_500_000), CRS.decode("EPSG:32612"));
        TiffLayout layout = new TiffLayout(side, side, ResultBand.values().length, SampleType.FLOAT32, SIDE, false);
        GeoTiffTags tags = new GeoTiffTags(grid, "nan", new GdalMetadata());
        writer = new TiledTiffWriter(folder.resolve("result.tif"), layout, tags, ResultBand.reductions());
        next = 0;
    }

    void write() throws IOException {
        writer.write(next % TILES, next / TILES, samples);
        next++;
    }

    /** Gives the file up. */
    @TearDown(Level.Iteration)
    public void end() throws IOException {
        writer.close();
    }

    /** Deletes everything. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Folders.delete(folder);
    }
}
