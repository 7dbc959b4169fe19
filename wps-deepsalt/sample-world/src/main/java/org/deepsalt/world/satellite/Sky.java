/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.region.Place;

/**
 * What lies between the ground and the sensor: small cumulus clouds, one in each square of 1.9 km, their shadows where
 * the sun of the scene throws them, and thin cirrus over the north-eastern corner of the scene. Positions in m from the
 * middle of the place. Immutable and thread-safe.
 */
final class Sky {
    private static final double CELL = 1900;
    private static final double CLOUD_BASE = 1250;

    /**
     * From the middle of the scene to its corner the cirrus begins at this share of half the side, summed over axes.
     */
    private static final double CIRRUS_EDGE = 1.35;

    private final double shadowEast;
    private final double shadowNorth;
    private final long clouds;
    private final Noise outline;
    private final Noise veil;
    private final double half;

    /**
     * What covers a place.
     *
     * @param cloud opacity of the cloud, 0 to 1
     * @param shadow share of the direct sun that a cloud takes away, 0 to 1
     * @param cirrus thickness of the veil, 0 to 1
     */
    public record Cover(double cloud, double shadow, double cirrus) {
        public boolean isCloud() {
            return cloud > 0.5;
        }

        /** The thin rim of a cloud. */
        public boolean isHaze() {
            return cloud > 0.06 && !isCloud();
        }

        public boolean isShadow() {
            return shadow > 0.25 && !isCloud();
        }

        /** 0 none, 1 thin, 2 medium, as EnMAP's quality layer counts. */
        public int cirrusClass() {
            return cirrus > 0.5 ? 2 : cirrus > 0.12 ? 1 : 0;
        }

        boolean isClear() {
            return cloud < 0.01 && shadow < 0.01 && cirrusClass() == 0;
        }
    }

    Sky(Overpass overpass, long seed, int size) {
        double sun = -CLOUD_BASE / StrictMath.tan(overpass.sunElevation());
        shadowEast = sun * StrictMath.sin(overpass.sunAzimuth());
        shadowNorth = sun * StrictMath.cos(overpass.sunAzimuth());
        clouds = Hash.seed(seed, "clouds");
        outline = Noise.of(Hash.seed(seed, "cloud outline"), 190, 3, 0.6);
        veil = Noise.of(Hash.seed(seed, "cirrus"), 900, 3, 0.6);
        half = size * Place.PIXEL / 2;
    }

    Cover at(double x, double y) {
        double corner = Math.min(1, Math.max(0, ((x + y) / half - CIRRUS_EDGE) / (2 - CIRRUS_EDGE) * 1.6));
        double cirrus = Math.min(1, Math.max(0, corner * (0.75 + 0.2 * veil.at(x, y))));
        return new Cover(cloud(x, y), cloud(x - shadowEast, y - shadowNorth), cirrus);
    }

    private double cloud(double x, double y) {
        double column = Math.floor(x / CELL);
        double row = Math.floor(y / CELL);
        double thickest = -1;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                thickest = Math.max(thickest, thickness(column + i, row + j, x, y));
            }
        }
        if (thickest < -1 + 1e-9) {
            return 0;
        }
        return Math.min(1, Math.max(0, 1.4 * thickest + 0.28 * outline.at(x, y)));
    }

    /** Height of the dome of a cell's cloud: 1 in its middle, 0 at its mean outline, -1 and less outside. */
    private double thickness(double column, double row, double x, double y) {
        long bits = Hash.cell(clouds, (long) column, (long) row);
        double middleX = (column + 0.22 + 0.56 * Hash.uniform(bits)) * CELL;
        double middleY = (row + 0.22 + 0.56 * Hash.uniform(Hash.mix(bits + 1))) * CELL;
        double size = Hash.uniform(Hash.mix(bits + 2));
        double radius = 130 + 230 * size * size;
        double east = (x - middleX) / radius;
        double north = (y - middleY) / radius;
        return Math.max(-1, 1 - east * east - north * north);
    }
}
