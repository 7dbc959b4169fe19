/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.world.region.Region;

/**
 * Size, seed and contents of a world that is to be made.
 *
 * @param regions number of regions, 1 to 6, the first ones of {@link Region}; with more than one the last is never
 *     labelled
 * @param size pixels along each side of every scene, of 30 m each
 * @param seed equal options make equal worlds
 * @param spectra laboratory spectra in the library, all labelled regions together
 * @param samples field samples wanted, all labelled regions together; fewer where hardly any soil is bare
 * @param folder where the world goes; it must not exist yet, or be empty
 */
public record WorldOptions(int regions, int size, long seed, int spectra, int samples, Path folder) {
    /** Smallest scene, in pixels per side. From 128 on a scene has every kind of ground and sky. */
    public static final int SMALLEST = 32;

    /** Largest scene, in pixels per side: beyond it the edges would leave their UTM zone. */
    public static final int LARGEST = 8192;

    private static final int USUAL = 128;
    private static final int SPECTRA = 320;
    private static final int SAMPLES = 420;
    private static final int MOST_BY_ITSELF = 4000;

    /** Identifiers have five digits. */
    private static final int MOST = 99_999;

    /**
     * Checks the options.
     *
     * @throws InvalidRequestException naming all that is wrong
     */
    public WorldOptions {
        Problems problems = new Problems();
        int most = Region.values().length;
        if (regions < 1 || regions > most) {
            problems.add("the world shall have " + regions + " regions, wanted 1 to " + most + ": there are parameters"
                    + " for so many");
        }
        if (size < SMALLEST || size > LARGEST) {
            problems.add("the size of a world is " + size + " pixels per side, but must lie between " + SMALLEST
                    + " and " + LARGEST + ": choose 128 for a quick look, 1024 for a tile of EnMAP's size");
        }
        checkCount(problems, "spectra", spectra, regions);
        checkCount(problems, "samples", samples, regions);
        if (folder == null) {
            problems.add("the folder for the world is missing: name one that does not exist yet");
        }
        problems.throwIfAny();
    }

    private static void checkCount(Problems problems, String what, int count, int regions) {
        if (count < labelled(regions) || count > MOST) {
            problems.add("the number of " + what + " is " + count + ", wanted " + labelled(regions) + " to " + MOST
                    + ": it counts all labelled regions together");
        }
    }

    /** A world of one region with as many spectra and samples as its size makes usual. */
    public WorldOptions(int size, long seed, Path folder) {
        this(1, size, seed, usualSpectra(1, size), usualSamples(1, size), folder);
    }

    /** Laboratory spectra of worlds like this: in proportion to the side of the scenes, up to 4,000 per region. */
    public static int usualSpectra(int regions, int size) {
        return usual(SPECTRA, regions, size);
    }

    /** Field samples of worlds like this: in proportion to the side of the scenes, up to 4,000 per region. */
    public static int usualSamples(int regions, int size) {
        return usual(SAMPLES, regions, size);
    }

    private static int usual(int count, int regions, int size) {
        long perRegion = Math.round((double) count * size / USUAL);
        return labelled(regions) * (int) Math.max(1, Math.min(MOST_BY_ITSELF, perRegion));
    }

    private static int labelled(int regions) {
        return Math.max(1, regions - 1);
    }

    /** All regions of the world. */
    List<Region> all() {
        return List.of(Region.values()).subList(0, regions);
    }

    /** The regions with laboratory and field samples: all but the last, or the only one. */
    List<Region> labelled() {
        return all().subList(0, labelled(regions));
    }

    /** How many of a number of samples come from the labelled region at an index: equal shares, the first ones more. */
    int share(int count, int index) {
        int labelled = labelled(regions);
        return count / labelled + (index < count % labelled ? 1 : 0);
    }
}
