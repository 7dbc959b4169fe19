/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.nio.file.Path;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;

/**
 * What world to make.
 *
 * @param size pixels along each side of the scene, of 30 m each
 * @param seed equal seeds and sizes make equal worlds
 * @param folder where the world goes; it must not exist yet, or be empty
 */
public record WorldOptions(int size, long seed, Path folder) {
    /** Smallest scene, in pixels per side. From 128 on a scene has every kind of ground and sky. */
    public static final int SMALLEST = 32;

    /** Largest scene, in pixels per side: beyond it the edges would leave their UTM zone. */
    public static final int LARGEST = 8192;

    private static final int USUAL = 128;
    private static final int SPECTRA = 320;
    private static final int SAMPLES = 420;
    private static final int MOST = 4000;

    /**
     * Checks the options.
     *
     * @throws InvalidRequestException naming all that is wrong
     */
    public WorldOptions {
        Problems problems = new Problems();
        if (size < SMALLEST || size > LARGEST) {
            problems.add("the size of a world is " + size + " pixels per side, but must lie between " + SMALLEST
                    + " and " + LARGEST + ": choose 128 for a quick look, 1024 for a tile of EnMAP's size");
        }
        if (folder == null) {
            problems.add("the folder for the world is missing: name one that does not exist yet");
        }
        problems.throwIfAny();
    }

    /** Laboratory spectra in the library: in proportion to the side of the scene, up to 4,000. */
    int spectra() {
        return proportional(SPECTRA);
    }

    /** Field samples wanted. */
    int samples() {
        return proportional(SAMPLES);
    }

    private int proportional(int usual) {
        return (int) Math.min(MOST, Math.round((double) usual * size / USUAL));
    }
}
