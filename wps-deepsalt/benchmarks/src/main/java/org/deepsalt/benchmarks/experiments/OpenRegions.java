/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.pixels.RadiusIndex;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.sampling.LabelledPixels;
import org.deepsalt.raster.sampling.LabelledPoint;
import org.deepsalt.raster.sampling.LabelledSampler;
import org.deepsalt.raster.sampling.PixelCentres;
import org.deepsalt.raster.sampling.TrainingSampler;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.geotools.gce.geotiff.GeoTiffReader;

/** The scenes and maps of a world's regions, opened. One thread at a time; close it to close the files. */
final class OpenRegions implements AutoCloseable {
    private static final double TOLERANCE = 2.5;
    private static final double REACH = 1;

    private final Deque<Runnable> toClose = new ArrayDeque<>();
    private final List<PixelReader> readers = new ArrayList<>();
    private final List<RasterSource> truths = new ArrayList<>();
    private final List<Optional<RasterSource>> masks = new ArrayList<>();
    private List<Band> bands = List.of();

    private OpenRegions() {}

    /**
     * Where the maps of a region are.
     *
     * @param id of the region
     * @param enmap its scene
     * @param covariates in the order of the columns
     * @param truth map of the true ECe
     * @param tested map of 1 where a pixel counts for the test; empty for everywhere
     */
    record Source(String id, Path enmap, List<CovariateBand> covariates, Path truth, Optional<Path> tested) {}

    /** A band of a file, counted from 0. */
    record CovariateBand(Path file, int band) {}

    static OpenRegions of(List<Source> regions) throws IOException {
        OpenRegions open = new OpenRegions();
        try {
            for (Source region : regions) {
                open.add(region);
            }
            return open;
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private void add(Source region) throws IOException {
        Path spectra = EnmapProduct.at(region.enmap).spectralImage();
        Scene scene = Scene.open(region.id, reader(spectra), spectra, List.of());
        toClose.push(scene::close);
        bands = bands.isEmpty() ? scene.usableBands() : bands;
        Map<Path, RasterSource> images = new HashMap<>();
        List<CovariateStack.Origin> origins = new ArrayList<>();
        for (CovariateBand covariate : region.covariates) {
            RasterSource image = images.get(covariate.file);
            if (image == null) {
                image = source(covariate.file);
                images.put(covariate.file, image);
            }
            origins.add(new CovariateStack.Origin.Layer(image, covariate.band));
        }
        CovariateStack stack = new CovariateStack(scene.grid(), origins);
        readers.add(new PixelReader(scene, stack, MaskRules.STANDARD, bands, TOLERANCE));
        truths.add(source(region.truth));
        masks.add(region.tested.isEmpty() ? Optional.empty() : Optional.of(source(region.tested.get())));
    }

    private GeoTiffReader reader(Path file) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        toClose.push(reader::dispose);
        return reader;
    }

    private RasterSource source(Path file) throws IOException {
        RasterSource source = RasterSource.open(file.getFileName().toString(), reader(file), file);
        toClose.push(source::close);
        return source;
    }

    List<Band> bands() {
        return bands;
    }

    Pixels unlabelled(int count, Coordinates laboratory, long seed) {
        return new TrainingSampler(count, new RadiusIndex(laboratory, REACH), seed)
                .sample(readers, List.of(), bands.size(), Progress.SILENT)
                .unlabelled();
    }

    /** Field samples with an attribute of theirs. */
    Samples labelled(Path geoJson, String attribute) throws IOException {
        List<LabelledPoint> points = new ArrayList<>();
        for (JsonNode feature : new ObjectMapper().readTree(geoJson.toFile()).path("features")) {
            JsonNode at = feature.at("/geometry/coordinates");
            points.add(new LabelledPoint(
                    at.get(0).asDouble(),
                    at.get(1).asDouble(),
                    (float) feature.path("properties").path(attribute).asDouble(),
                    null));
        }
        return samples(points);
    }

    /** Bare pixels of some regions, drawn at random in equal shares, with their true ECe. */
    Samples truth(List<Integer> regions, int count, long seed) {
        List<LabelledPoint> points = new ArrayList<>();
        Random random = new Random(seed);
        for (int region : regions) {
            Grid grid = truths.get(region).grid();
            PixelCentres centres = new PixelCentres(grid);
            float[] values = all(truths.get(region));
            float[] counts = masks.get(region).map(OpenRegions::all).orElse(null);
            for (int i = 0; i < count / regions.size(); i++) {
                int pixel = random.nextInt(values.length);
                double[] at = centres.of(pixel % grid.width(), pixel / grid.width());
                if (Float.isFinite(values[pixel]) && (counts == null || counts[pixel] == 1)) {
                    points.add(new LabelledPoint(at[0], at[1], values[pixel], null));
                }
            }
        }
        return samples(points);
    }

    private static float[] all(RasterSource map) {
        Grid grid = map.grid();
        float[] values = new float[Math.toIntExact(grid.pixels())];
        map.read(new Window(0, 0, grid.width(), grid.height()), new int[] {0}, values);
        return values;
    }

    private Samples samples(List<LabelledPoint> points) {
        LabelledPixels found = LabelledSampler.sample(readers, points, bands.size(), Progress.SILENT);
        return new Samples(found.pixels(), found.labels());
    }

    @Override
    public void close() {
        toClose.forEach(Runnable::run);
    }
}
