/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsalt.raster.coverage.PlausibleRange;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.coverage.WarpedSource;
import org.deepsalt.raster.coverage.WarpedSource.Sampling;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;

/**
 * The covariates of a scene in the model's order, each a constant or a band of an image on any grid, interpolated at
 * the scene's pixels. Thread-safe. It does not own the
 * images.
 */
public final class CovariateStack {
    /** The origin of a covariate: a layer, a number, or none. */
    public sealed interface Origin {
        /** A number that holds for every pixel. */
        record Constant(float value) implements Origin {}

        /** A band of an image, counted from 0, and what its values can be. */
        record Layer(RasterSource image, int band, PlausibleRange range) implements Origin {
            public Layer(RasterSource image, int band) {
                this(image, band, PlausibleRange.ofCovariate(""));
            }
        }

        /** No origin: the model does without it. */
        record Missing() implements Origin {}
    }

    private record Group(RasterSource image, WarpedSource source, int[] columns) {}

    private final float[] constants;
    private final boolean[] missing;
    private final List<Group> groups = new ArrayList<>();

    /** Prepares the covariates, one origin each, for a scene's grid. */
    public CovariateStack(Grid scene, List<Origin> origins) {
        this.constants = new float[origins.size()];
        this.missing = new boolean[origins.size()];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = origins.get(i) instanceof Origin.Constant constant ? constant.value() : Float.NaN;
            missing[i] = origins.get(i) instanceof Origin.Missing;
        }
        for (RasterSource image : images(origins)) {
            int[] columns = columns(origins, image);
            int[] bands = Arrays.stream(columns)
                    .map(column -> ((Origin.Layer) origins.get(column)).band())
                    .toArray();
            List<PlausibleRange> ranges = Arrays.stream(columns)
                    .mapToObj(column -> ((Origin.Layer) origins.get(column)).range())
                    .toList();
            groups.add(new Group(image, new WarpedSource(image, bands, scene, Sampling.BILINEAR, ranges), columns));
        }
    }

    private static List<RasterSource> images(List<Origin> origins) {
        return origins.stream()
                .filter(Origin.Layer.class::isInstance)
                .map(origin -> ((Origin.Layer) origin).image())
                .distinct()
                .toList();
    }

    private static int[] columns(List<Origin> origins, RasterSource image) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i) instanceof Origin.Layer layer && layer.image() == image) {
                columns.add(i);
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** See {@link RasterSource#finish}. */
    void finish() {
        groups.forEach(group -> group.image.finish());
    }

    /** Number of covariates. */
    public int size() {
        return constants.length;
    }

    /** Whether a covariate comes from nowhere, so that its NaN is meant. */
    boolean isMissing(int covariate) {
        return missing[covariate];
    }

    /**
     * The covariates of a window's pixels, pixel after pixel; NaN where an image has no value, or for a missing one.
     *
     * @throws DeepSaltException if an image has a value that its quantity cannot have
     */
    float[] read(Window window) {
        float[] result = new float[window.pixels() * constants.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = constants[i % constants.length];
        }
        for (Group group : groups) {
            float[] values = group.source.read(window);
            int bands = group.columns.length;
            for (int i = 0; i < values.length; i++) {
                result[i / bands * constants.length + group.columns[i % bands]] = values[i];
            }
        }
        return result;
    }
}
