/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import java.time.Instant;
import java.util.List;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.noise.Normal;
import org.deepsalt.world.region.Region;

/**
 * One pass of the satellite over a region: its day and sun, and the errors that its scene has as a whole, drawn from
 * the seed. Standard deviations are those of a good product: 1 % of calibration per detector and 0.4 % from band to
 * band, 0.03 nm of drift of the centres (which the product's metadata tell), 1 % in the depth of the water vapour
 * bands, and 0.003 of aerosol light left or taken too much at 500 nm. Immutable and thread-safe.
 */
public final class Overpass {
    private static final double DRIFT = 0.03;
    private static final double DETECTOR_GAIN = 0.01;
    private static final double BAND_GAIN = 0.004;
    private static final double HAZE = 0.003;
    private static final double HAZE_WAVELENGTH = 500;

    /** Worse scenes fail the mission's quality control. In standard deviations. */
    private static final double LARGEST = 2;

    /** Haze fades with this power of the wavelength, between coarse dust (0) and fine smoke (2). */
    private static final double ANGSTROM = 1.3;

    /** Neighbouring bands err alike: half of this, in nm, is the range of their correlation. */
    private static final double RIPPLE = 120;

    private final Region region;
    private final long seed;
    private final double size;
    private final Noise ripple;

    /**
     * The pass over a region.
     *
     * @param seed the region's own, see {@link Region#seed}
     */
    Overpass(Region region, long seed) {
        this.region = region;
        this.seed = Hash.seed(seed, "overpass");
        size = region.value("OVERPASS_ERRORS");
        ripple = Noise.of(Hash.seed(this.seed, "ripple"), RIPPLE, 2, 0.6);
    }

    /** When the recording begins. */
    public Instant start() {
        return region.overpass();
    }

    /** Elevation of the sun in radians above the horizon. */
    public double sunElevation() {
        return region.value("SUN_ELEVATION");
    }

    /** Azimuth of the sun in radians from north through east. */
    public double sunAzimuth() {
        return region.value("SUN_AZIMUTH");
    }

    private double error(String purpose) {
        double score = Normal.of(Hash.seed(seed, purpose));
        return size * Math.min(LARGEST, Math.max(-LARGEST, score));
    }

    /** The bands as the instrument had them on the day. */
    EnmapBands drifted(EnmapBands bands) {
        return bands.drifted(DRIFT * error("VNIR drift"), DRIFT * error("SWIR drift"));
    }

    /** Error of the scene's water vapour, in units of that which varies inside the scene. */
    double vapour() {
        return error("vapour");
    }

    /** Factor per band, about 1. */
    double[] calibration(List<Band> bands) {
        double vnir = DETECTOR_GAIN * error("VNIR gain");
        double swir = DETECTOR_GAIN * error("SWIR gain");
        return bands.stream()
                .mapToDouble(band -> 1
                        + (band.detector() == Detector.VNIR ? vnir : swir)
                        + size * BAND_GAIN * ripple.at(band.centre(), 0))
                .toArray();
    }

    /** Reflectance per band that the correction of aerosols has left, or below 0 has taken too much. */
    double[] haze(List<Band> bands) {
        double strength = HAZE * error("haze");
        return bands.stream()
                .mapToDouble(band -> strength * StrictMath.pow(band.centre() / HAZE_WAVELENGTH, -ANGSTROM))
                .toArray();
    }
}
