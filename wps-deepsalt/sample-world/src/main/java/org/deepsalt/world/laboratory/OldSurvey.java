/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.laboratory;

import java.awt.geom.Point2D;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Normal;
import org.deepsalt.world.region.Place;

/** A survey of which a laboratory has kept the samples: places anywhere in a scene, with inaccurate coordinates. */
final class OldSurvey {
    private static final double LARGEST_MISPLACEMENT = 1000;
    private static final int[] DEPTHS = {5, 8, 10, 12};

    private final Landscape landscape;
    private final Place.Projection geographic;
    private final long seed;
    private final double half;
    private long attempts;
    private int number;

    /**
     * A survey of a square.
     *
     * @param half half its side, in m
     */
    OldSurvey(Place place, Landscape landscape, long seed, double half) {
        this.landscape = landscape;
        this.geographic = place.to("EPSG:4326");
        this.seed = Hash.seed(seed, "library");
        this.half = half;
    }

    /**
     * One sample.
     *
     * @param degrees recorded longitude and latitude, off by up to a kilometre
     * @param depth lower end in cm; the upper end is the surface
     * @param ece as the laboratory measured it, in dS/m
     * @param organicCarbon as the laboratory measured it, in g/kg
     * @param scan seed of the random errors of the spectral measurement
     */
    record Sample(Composition soil, Point2D.Double degrees, int depth, double ece, double organicCarbon, long scan) {}

    Sample next() {
        Point2D.Double place = place();
        while (isWater(place)) {
            place = place();
        }
        number++;
        Composition soil = landscape.soil(place.x, place.y);
        double distance = LARGEST_MISPLACEMENT * Math.sqrt(uniform(number, "distance"));
        double direction = 2 * Math.PI * uniform(number, "direction");
        return new Sample(
                soil,
                geographic.of(
                        place.x + distance * StrictMath.sin(direction), place.y + distance * StrictMath.cos(direction)),
                DEPTHS[(int) (uniform(number, "depth") * DEPTHS.length)],
                measured(soil.ece(), "conductivity"),
                measured(soil.organicCarbon(), "organic carbon"),
                Hash.seed(seed + number, "scan"));
    }

    private double measured(double value, String method) {
        return value * StrictMath.exp(0.05 * Normal.of(Hash.mix(Hash.seed(seed + number, method))));
    }

    private Point2D.Double place() {
        long attempt = attempts++;
        return new Point2D.Double(half * (2 * uniform(attempt, "x") - 1), half * (2 * uniform(attempt, "y") - 1));
    }

    private boolean isWater(Point2D.Double place) {
        return landscape
                .cover(place.x, place.y, landscape.ece(place.x, place.y))
                .isWater();
    }

    private double uniform(long number, String purpose) {
        return Hash.uniform(Hash.seed(seed + number, purpose));
    }
}
