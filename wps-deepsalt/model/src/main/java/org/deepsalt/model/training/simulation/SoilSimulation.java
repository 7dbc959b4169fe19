/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.VisNirLibrary;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.BandResponse;
import org.deepsalt.model.training.data.SoilPixels;
import org.deepsalt.model.training.encoder.SceneAugmentation;
import org.deepsalt.model.training.settings.SceneVariation;

/**
 * Samples of Vis-NIR libraries as pixels that the satellite would see. Only bands that every library covers are
 * simulated, and none in which water vapour hides the ground: there a scene shows no soil, while a laboratory does.
 * Holds its libraries; the same ones, bands and seed give the same pixels.
 */
public final class SoilSimulation {
    private static final double[][] WATER_VAPOUR = {{1350, 1450}, {1790, 1960}};

    /** Beyond them a spectrometer measures more noise than soil. */
    private static final double FIRST = 400;

    private static final double LAST = 2450;
    private static final double STEP = 5;

    private final List<VisNirLibrary> libraries;

    /** @param libraries one at least */
    public SoilSimulation(List<VisNirLibrary> libraries) {
        this.libraries = List.copyOf(libraries);
    }

    /** The bands that can be simulated, in their order. */
    public List<Band> covered(List<Band> bands) {
        List<BandResponse> responses = libraries.stream()
                .map(library -> new BandResponse(library.wavelengths()))
                .toList();
        return bands.stream()
                .filter(band ->
                        !isInWaterVapour(band) && responses.stream().allMatch(response -> response.covers(band)))
                .toList();
    }

    private static boolean isInWaterVapour(Band band) {
        return Arrays.stream(WATER_VAPOUR).anyMatch(window -> band.centre() > window[0] && band.centre() < window[1]);
    }

    /**
     * The scenes that soils are put into.
     *
     * @param bands that can be simulated
     * @param reflectance bare pixels of the scenes in these bands, from which the noise of each band is read
     * @param vegetation dense vegetation of the scenes in the same bands, perhaps none
     * @param covariates of the training, all of which soils lack
     */
    public record Scenes(List<Band> bands, Matrix reflectance, Matrix vegetation, int covariates) {}

    /**
     * Every sample as a pixel.
     *
     * @param seed of the draws
     * @throws org.deepsalt.model.DeepSaltException if no regions can be told by which samples are left out
     */
    public SoilPixels pixels(Scenes scenes, long seed) {
        Matrix seen = Matrix.zeros(0, scenes.bands.size());
        List<String> countries = new ArrayList<>();
        for (VisNirLibrary library : libraries) {
            seen = seen.above(new BandResponse(library.wavelengths()).apply(library.reflectance(), scenes.bands));
            countries.addAll(library.countries());
        }
        Coordinates places = places();
        SceneAugmentation variation =
                SceneAugmentation.of(SceneVariation.USUAL, scenes.bands, scenes.reflectance, seed);
        Matrix looks = new SceneLook(variation, scenes.vegetation, seed).apply(seen);
        Matrix covariates = Matrix.zeros(looks.rows(), scenes.covariates);
        Arrays.fill(covariates.values(), Float.NaN);
        float[] values = values();
        return new SoilPixels(
                new Pixels(looks, covariates, places, HeldOutRegions.of(countries, places)),
                values,
                certainty(values),
                scenes.vegetation,
                false);
    }

    /**
     * The same samples with absorbance on the even grid, in nm, that all libraries have in common, in the order of the
     * pixels. Samples that nobody measured have NaN.
     */
    public FtirLibrary library() {
        Wavenumbers grid = grid();
        Matrix absorbance = Matrix.zeros(0, grid.count());
        for (VisNirLibrary library : libraries) {
            absorbance = absorbance.above(library.absorbance(grid));
        }
        Coordinates places = places();
        float[] values = values();
        List<String> ids =
                IntStream.range(0, values.length).mapToObj(String::valueOf).toList();
        return new FtirLibrary(ids, places.longitude(), places.latitude(), values, absorbance, grid);
    }

    private Wavenumbers grid() {
        double first = FIRST;
        double last = LAST;
        for (VisNirLibrary library : libraries) {
            double[] at = library.wavelengths();
            first = Math.max(first, STEP * Math.ceil(at[0] / STEP));
            last = Math.min(last, STEP * Math.floor(at[at.length - 1] / STEP));
        }
        return new Wavenumbers(first, STEP, (int) Math.max(0, Math.round((last - first) / STEP) + 1));
    }

    private Coordinates places() {
        return libraries.stream()
                .map(library -> new Coordinates(library.longitude(), library.latitude()))
                .reduce(Coordinates::above)
                .orElseThrow();
    }

    private float[] values() {
        int size = libraries.stream().mapToInt(VisNirLibrary::size).sum();
        float[] values = new float[size];
        int at = 0;
        for (VisNirLibrary library : libraries) {
            System.arraycopy(library.values(), 0, values, at, library.size());
            at += library.size();
        }
        return values;
    }

    private static float[] certainty(float[] values) {
        float[] certainty = new float[values.length];
        for (int i = 0; i < certainty.length; i++) {
            certainty[i] = Float.isNaN(values[i]) ? 0 : 1;
        }
        return certainty;
    }
}
