/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.Optional;

/**
 * The dry climates of Koeppen and Geiger, from mean temperature and precipitation (Peel, Finlayson and McMahon 2007,
 * table 1): with the yearly precipitation P in mm and the mean temperature T in degrees Celsius a climate is dry where
 * P is below 20 T + 140, desert (BW) where it is below half of that, otherwise steppe (BS), hot (h) from 18 degrees on
 * and cold (k) below.
 *
 * <p>The threshold is that for rain at all seasons, since the covariates do not say when it rains: where most rain
 * falls in winter it would be 140 mm lower, in summer 140 mm higher. Near the threshold the zone is therefore a guess,
 * and what is not dry is not told apart.
 */
public enum ClimateZone {
    BWH("BWh, hot desert"),
    BWK("BWk, cold desert"),
    BSH("BSh, hot steppe"),
    BSK("BSk, cold steppe"),
    NOT_DRY("not dry (A, C, D or E)");

    private static final int MONTHS = 12;
    private static final double HOT = 18;

    private final String title;

    ClimateZone(String title) {
        this.title = title;
    }

    /** Name of the zone for people. */
    public String title() {
        return title;
    }

    /**
     * The zone of a place; none where the numbers are missing or the rain is below 0.
     *
     * @param temperature mean in degrees Celsius
     * @param rain precipitation of the mean month in mm
     */
    public static Optional<ClimateZone> of(double temperature, double rain) {
        if (!Double.isFinite(temperature) || !(rain >= 0)) {
            return Optional.empty();
        }
        double year = MONTHS * rain;
        double threshold = 20 * temperature + 140;
        boolean hot = temperature >= HOT;
        if (year >= threshold) {
            return Optional.of(NOT_DRY);
        }
        if (year < threshold / 2) {
            return Optional.of(hot ? BWH : BWK);
        }
        return Optional.of(hot ? BSH : BSK);
    }
}
