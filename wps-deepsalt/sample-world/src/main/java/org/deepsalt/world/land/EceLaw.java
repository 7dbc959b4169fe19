/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import org.deepsalt.world.noise.Normal;
import org.deepsalt.world.region.Region;

/**
 * How often which salinity occurs. The electrical conductivity (1:2 extract) of 3,067 soil horizons of the Upper
 * Colorado River Basin (USGS, UCRB_Salinity) follows a mixture of two log-normal laws, fitted by expectation
 * maximisation: 71.6 % around a median of 0.2255 dS/m (standard deviation of the logarithm 0.7145) and 28.4 % around
 * 2.968 dS/m (0.7533). Here share and median of the saline part are the region's, the share mostly larger, because
 * people map where soils are saline; the conductivity of the saturation extract is ECe = EC(1:2) / 0.55 (Dey et al.,
 * arXiv 2510.23124). Values stay below the 77 dS/m that the paper's networks can answer. Immutable.
 */
public final class EceLaw {
    static final double TO_SATURATION_EXTRACT = 1 / 0.55;
    static final double MEDIAN = 0.2255 * TO_SATURATION_EXTRACT;
    static final double SPREAD = 0.7145;
    static final double SALINE_SPREAD = 0.7533;

    /** Largest ECe, in dS/m. */
    public static final double LARGEST = 77;

    private static final double LIMIT = 5;
    private static final int PER_UNIT = 100;

    private final double salineShare;
    private final double salineMedian;
    private final double[] logarithms = new double[(int) (2 * LIMIT * PER_UNIT) + 1];

    /** The law of a region, with the numbers of {@code regions.txt}. */
    public EceLaw(Region region) {
        this(region.value("SALINE_SHARE"), region.value("SALINE_MEDIAN") * TO_SATURATION_EXTRACT);
    }

    /**
     * A law.
     *
     * @param salineMedian median ECe of the saline part, in dS/m
     */
    EceLaw(double salineShare, double salineMedian) {
        this.salineShare = salineShare;
        this.salineMedian = salineMedian;
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = invert(Normal.cdf(-LIMIT + (double) i / PER_UNIT));
        }
    }

    /** The ECe in dS/m that has the same rank among all soils as a standard normal number has among its like. */
    public double ece(double score) {
        double at = (Math.min(LIMIT, Math.max(-LIMIT, score)) + LIMIT) * PER_UNIT;
        int left = Math.min(logarithms.length - 2, (int) at);
        double logarithm = logarithms[left] + (at - left) * (logarithms[left + 1] - logarithms[left]);
        return Math.min(LARGEST, StrictMath.exp(logarithm));
    }

    /** Share of soils with an ECe below the given one, in dS/m. */
    public double cdf(double ece) {
        return shareBelow(StrictMath.log(ece));
    }

    private double shareBelow(double logarithm) {
        double fresh = (logarithm - StrictMath.log(MEDIAN)) / SPREAD;
        double saline = (logarithm - StrictMath.log(salineMedian)) / SALINE_SPREAD;
        return (1 - salineShare) * Normal.cdf(fresh) + salineShare * Normal.cdf(saline);
    }

    private double invert(double share) {
        double low = -10;
        double high = 10;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (shareBelow(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
