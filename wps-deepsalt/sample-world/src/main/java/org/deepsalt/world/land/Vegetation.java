/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * Plants and water on the ground: river, trees along it, irrigated parcels of crops and stubble in the valleys, shrubs
 * and dry grass elsewhere. Crops stand thinner on saline soil (as Maas and Hoffman 1977 found: nothing below a
 * threshold, a straight decline above it). Positions in m from the middle of the region. Immutable.
 */
final class Vegetation {
    private static final double PARCEL = 390;
    private static final double TRACK = 18;
    private static final double PIXEL = 30;
    private static final double COS = StrictMath.cos(0.12);
    private static final double SIN = StrictMath.sin(0.12);

    private final double meanShrubs;
    private final double meanGrass;
    private final double irrigated;
    private final Drainage drainage;
    private final long parcels;
    private final Noise district;
    private final Noise growth;
    private final Noise trees;
    private final Noise shrubs;
    private final Noise grass;

    Vegetation(Region region, long world, Drainage drainage) {
        meanShrubs = region.value("SHRUBS");
        meanGrass = region.value("GRASS");
        irrigated = region.value("IRRIGATION");
        this.drainage = drainage;
        parcels = Hash.seed(world, "parcels");
        district = Noise.of(Hash.seed(world, "district"), 2600, 2, 0.5);
        growth = Noise.of(Hash.seed(world, "growth"), 220, 1, 1);
        trees = Noise.of(Hash.seed(world, "trees"), 260, 2, 0.6);
        shrubs = Noise.of(Hash.seed(world, "shrubs"), 450, 3, 0.6);
        grass = Noise.of(Hash.seed(world, "grass"), 650, 3, 0.6);
    }

    /**
     * The cover of a place.
     *
     * @param ece of the soil, in dS/m
     */
    Cover at(double x, double y, double ece) {
        double shore = drainage.shore(x, y);
        double water = bounded(0.5 - shore / PIXEL, 1);
        double land = 1 - water;
        double bank = bounded((90 + 60 * trees.at(x, y) - shore) / 60, 1);
        if (bank > 0.3) {
            return new Cover(water, land * bank * bounded(0.8 + 0.1 * growth.at(x, y), 0.97), 0);
        }
        Cover field = parcel(x, y, ece);
        if (field != null) {
            return new Cover(water, land * field.green(), land * field.dry());
        }
        double green = bounded(meanShrubs + 0.06 * shrubs.at(x, y), 0.35);
        double dry = bounded(meanGrass + 0.075 * grass.at(x, y), 0.45);
        return new Cover(water, land * green, land * dry);
    }

    /** The cover of an irrigated parcel, or null outside the irrigated districts. */
    private @Nullable Cover parcel(double x, double y, double ece) {
        double u = (COS * x - SIN * y) / PARCEL;
        double v = (SIN * x + COS * y) / PARCEL;
        double column = Math.floor(u);
        double row = Math.floor(v);
        double middleX = (COS * (column + 0.5) + SIN * (row + 0.5)) * PARCEL;
        double middleY = (COS * (row + 0.5) - SIN * (column + 0.5)) * PARCEL;
        double irrigation = 0.6 * drainage.lowland(middleX, middleY) + 0.8 * district.at(middleX, middleY);
        if (irrigation < irrigated) {
            return null;
        }
        double edge = PARCEL * Math.min(Math.min(u - column, column + 1 - u), Math.min(v - row, row + 1 - v));
        if (edge < TRACK) {
            return new Cover(0, 0.02, 0.05);
        }
        double use = Hash.uniform(Hash.cell(parcels, (long) column, (long) row));
        double stand = bounded(1 - 0.035 * Math.max(0, ece - 6), 1) * (1 + 0.06 * growth.at(x, y));
        if (use < 0.42) {
            return new Cover(0, bounded(0.88 * stand, 0.97), 0.03);
        }
        if (use < 0.6) {
            return new Cover(0, 0.02, bounded(0.6 * stand, 0.85));
        }
        return new Cover(0, bounded(0.02 + 0.02 * shrubs.at(x, y), 0.1), bounded(0.02 + 0.02 * grass.at(x, y), 0.1));
    }

    private static double bounded(double value, double largest) {
        return Math.min(largest, Math.max(0, value));
    }
}
