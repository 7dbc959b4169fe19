/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepsalt.model.DeepSaltException;

/**
 * Finds the bands that a model wants among those that a scene offers, by wavelength and detector, never by position:
 * products come in ascending order or detector after detector, with or without the bands in deep water vapour, and
 * their centres drift by some hundredths of a nanometre from scene to scene.
 *
 * <p>Where both detectors see (902 to 993 nm) a band of the one never stands for a band of the other if both are known;
 * if one is not, the nearest centre wins. Of two bands equally near, that of the SWIR detector wins, whose sensitivity
 * does not fade there, and of two of the same detector that with the shorter wavelength: the order of the bands decides
 * nothing.
 */
public final class BandMatch {
    private static final int NAMED = 4;

    private BandMatch() {}

    /**
     * Matches a model's bands to those of a scene.
     *
     * @param wanted the model's bands
     * @param offered the scene's bands, in the order of the coverage
     * @param usable per offered band, whether it holds data at all
     * @param tolerance largest distance between the centres, in nm
     * @return for each wanted band the zero-based number of the offered band
     * @throws DeepSaltException naming the wavelengths that are missing
     */
    public static int[] find(List<Band> wanted, List<Band> offered, boolean[] usable, double tolerance) {
        int[] match = new int[wanted.size()];
        List<Band> missing = new ArrayList<>();
        for (int i = 0; i < match.length; i++) {
            match[i] = nearest(wanted.get(i), offered, usable, tolerance);
            if (match[i] < 0) {
                missing.add(wanted.get(i));
            }
        }
        if (!missing.isEmpty()) {
            throw new DeepSaltException(describe(missing, wanted.size(), offered, usable, tolerance));
        }
        return match;
    }

    /** The usable band nearest to a wavelength, or -1 if none lies within the tolerance in nm. */
    public static int nearest(double wavelength, List<Band> offered, boolean[] usable, double tolerance) {
        return nearest(new Band(wavelength, 0), offered, usable, tolerance);
    }

    private static int nearest(Band wanted, List<Band> offered, boolean[] usable, double tolerance) {
        int best = -1;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < offered.size(); i++) {
            Band band = offered.get(i);
            double distance = distance(band, wanted);
            boolean nearer = distance < bestDistance
                    || (best >= 0 && distance == bestDistance && goesBefore(band, offered.get(best)));
            if (usable[i] && distance <= tolerance && nearer && !band.detector().contradicts(wanted.detector())) {
                best = i;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** In whole millionths of a nanometre, so that distances that are equal on paper are equal here. */
    private static double distance(Band one, Band other) {
        return Math.rint(1e6 * Math.abs(one.centre() - other.centre())) / 1e6;
    }

    private static boolean goesBefore(Band band, Band other) {
        boolean swir = band.detector() == Detector.SWIR;
        boolean otherSwir = other.detector() == Detector.SWIR;
        return swir == otherSwir ? band.centre() < other.centre() : swir;
    }

    private static String describe(
            List<Band> missing, int wanted, List<Band> offered, boolean[] usable, double tolerance) {
        StringBuilder text = new StringBuilder();
        for (Band band : missing.subList(0, Math.min(NAMED, missing.size()))) {
            text.append(text.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%.1f", band.centre()));
        }
        if (missing.size() > NAMED) {
            text.append(" and ").append(missing.size() - NAMED).append(" more");
        }
        boolean[] empty = new boolean[usable.length];
        for (int i = 0; i < empty.length; i++) {
            empty[i] = !usable[i];
        }
        long there = missing.stream()
                .filter(band -> nearest(band, offered, empty, tolerance) >= 0)
                .count();
        return String.format(
                Locale.ROOT,
                "%d of the %d bands that the model wants are missing: none within %.1f nm of %s nm"
                        + " among the %d bands offered%s",
                missing.size(),
                wanted,
                tolerance,
                text,
                offered.size(),
                there == 0 ? "" : ", where " + there + " of them exist but hold no data");
    }
}
