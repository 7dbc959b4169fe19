/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.region;

import java.time.Instant;
import java.util.Locale;
import org.deepsalt.world.noise.Hash;

/**
 * The regions that a world can have, in the order in which they join it: made up after landscapes of the western United
 * States, each with parent material, texture, climate, salts, salinity and plants of its own, and with a scene of
 * another day. {@code regions.txt} holds their numbers, the module's README.md the reasons.
 */
public enum Region {
    /** Salt-affected valley of mixed sediments in a cold semi-desert: the whole of a world of one region. */
    BASIN(0, "BSk", "2024-08-15T18:21:44Z"),
    /** Badland of marine shale in the northern plains: smectite, seeps of sodium sulfate. */
    BADLAND(1, "BSk", "2023-07-02T18:02:26Z"),
    /** Plain below red sandstone and evaporites: sand, hematite, gypsum and halite. */
    SANDSTONE(2, "BSk", "2024-06-03T17:58:09Z"),
    /** Irrigated calcareous alluvium in a hot desert. */
    ALLUVIUM(3, "BWh", "2023-10-05T18:41:37Z"),
    /** Loess over granite and basalt with alkaline hollows: silt and sodium carbonate. */
    LOESS(4, "BSk", "2024-09-12T18:48:52Z"),
    /** Bed of a dried lake: marl, halite, the most saline of all. */
    LAKEBED(5, "BWk", "2023-08-21T18:54:15Z");

    private static final NumberTable TABLE = NumberTable.read(Region.class, "regions.txt");

    private final int column;
    private final String climate;
    private final Instant overpass;

    Region(int column, String climate, String overpass) {
        this.column = column;
        this.climate = climate;
        this.overpass = Instant.parse(overpass);
    }

    /** The name of the region's folder, and the attribute {@code region} of its samples. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Climate zone after Koeppen and Geiger. */
    public String climate() {
        return climate;
    }

    /** When the satellite began to record the scene. */
    public Instant overpass() {
        return overpass;
    }

    /** The region's number in a row of {@code regions.txt}. */
    public double value(String row) {
        return TABLE.row(row)[column];
    }

    /** Where the middle of the region lies on the earth. */
    public Place place() {
        return new Place((int) value("UTM_ZONE"), value("MIDDLE_EAST"), value("MIDDLE_NORTH"));
    }

    /** The seed of all that is random in the region; the basin has the world's own. */
    public long seed(long world) {
        return this == BASIN ? world : Hash.seed(world, "region " + id());
    }
}
