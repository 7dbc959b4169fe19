/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.satellite.ground.BandResponse;
import org.deepsalt.world.satellite.ground.SpectralTable;

/**
 * What the instrument and the atmospheric correction leave in the reflectance: residues at the bands of oxygen and
 * water vapour, a step between the two detectors, stripes along the flight path, noise, and some dead detector
 * elements; besides, the errors that the overpass has as a whole. The signal-to-noise ratio follows the mission's
 * figures (about 450 at 495 nm and 165 at 2200 nm for a reflectance of 0.3), weaker at the ends of the detectors and
 * beside the water vapour bands. The stripes take 900 bytes per detector column; the rest does not grow with the scene.
 * Immutable and thread-safe.
 */
public final class Sensor {
    private static final double REFERENCE = 0.3;
    private static final double DARK = 0.04;
    private static final double VAPOUR_ERROR = 0.012;
    private static final double OXYGEN_ERROR = 0.012;
    private static final double STRIPES = 0.002;
    private static final double DEAD = 1e-4;
    private static final double DEAD_RESPONSE = 0.55;

    private final Overpass overpass;
    private final double[] calibration;
    private final double[] haze;
    private final long noise;
    private final double[] noiseLevel;
    private final double[] swir;
    private final double[] vapour;
    private final double[] oxygen;
    private final float[][] stripes;
    private final int[][] dead;
    private final Noise vapourError;
    private final Noise step;

    Sensor(Overpass overpass, EnmapBands bands, BandResponse response, SpectralTable table, long seed, int columns) {
        this.overpass = overpass;
        calibration = overpass.calibration(bands.list());
        haze = overpass.haze(bands.list());
        noise = Hash.seed(seed, "noise");
        DoubleUnaryOperator signalToNoise = table.curve("SIGNAL_TO_NOISE");
        noiseLevel = response.of(
                wavelength -> REFERENCE / Math.sqrt(REFERENCE + DARK) / signalToNoise.applyAsDouble(wavelength));
        swir = bands.list().stream()
                .mapToDouble(band -> band.detector() == Detector.SWIR ? 1 : 0)
                .toArray();
        vapour = response.of(table.absorbance("VAPOUR"));
        oxygen = response.of(table.absorbance("OXYGEN"));
        stripes = stripes(Hash.seed(seed, "stripes"), bands.count(), columns);
        dead = Stream.of(stripes).map(Sensor::deadBands).toArray(int[][]::new);
        vapourError = Noise.of(Hash.seed(seed, "vapour"), 2500, 3, 0.6);
        step = Noise.of(Hash.seed(seed, "detector step"), 3000, 1, 1);
    }

    /** Gain of each detector element, 0 for a dead one. One element is always dead, so that no scene is perfect. */
    private static float[][] stripes(long seed, int bands, int columns) {
        float[][] stripes = new float[columns][bands];
        for (int column = 0; column < columns; column++) {
            for (int band = 0; band < bands; band++) {
                long bits = Hash.cell(seed, column, band);
                boolean dead = Hash.uniform(Hash.mix(bits)) < DEAD;
                stripes[column][band] = dead ? 0 : (float) (1 + STRIPES * Hash.roughlyNormal(bits));
            }
        }
        stripes[columns / 3][bands / 4] = 0;
        return stripes;
    }

    /** The bands in which a column of the detector is dead. */
    public int[] deadBands(int column) {
        return dead[column];
    }

    private static int[] deadBands(float[] gains) {
        return IntStream.range(0, gains.length).filter(band -> gains[band] == 0).toArray();
    }

    /**
     * Replaces the reflectance seen by what the product says.
     *
     * @param reflectance per band
     * @param detector column of the detector that saw the place
     * @param x position in m, with y also the address of the noise
     */
    void apply(double[] reflectance, int detector, double x, double y) {
        float[] gains = stripes[detector];
        double wet = VAPOUR_ERROR * (vapourError.at(x, y) + overpass.vapour());
        double offset = Math.min(0.02, Math.max(0, 0.01 + 0.004 * step.at(x, y)));
        long state = Hash.cell(noise, (long) Math.rint(x), (long) Math.rint(y));
        for (int band = 0; band < reflectance.length; band++) {
            state += Hash.STEP;
            double gain = (1 + offset * swir[band]) * (1 + wet * vapour[band] + OXYGEN_ERROR * oxygen[band]);
            double seen = (reflectance[band] * calibration[band] + haze[band])
                    * gain
                    * (gains[band] == 0 ? DEAD_RESPONSE : gains[band]);
            double shot = Math.sqrt(Math.max(0, seen) + DARK);
            reflectance[band] = seen + noiseLevel[band] * shot * Hash.roughlyNormal(Hash.mix(state));
        }
    }
}
