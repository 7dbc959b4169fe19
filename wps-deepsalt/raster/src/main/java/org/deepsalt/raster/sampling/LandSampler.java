/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.Progress;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;

/**
 * Draws bare pixels of scenes as the land lies, without reading the scenes whole: random pixels of random windows, of
 * enough windows that no single field stands for the scene. Samples of a campaign are compared with them. The same
 * seed and scenes give the same pixels.
 */
public final class LandSampler {
    private static final int SIDE = 64;

    /** A scene's pixels come from at least as many windows, if it has as many with bare soil. */
    private static final int LEAST_WINDOWS = 16;

    private LandSampler() {}

    /**
     * Draws pixels, as many from each scene.
     *
     * @param scenes readers with the same bands and covariates, at least one
     * @param most pixels of all scenes together
     * @param bands reflectances per row; what follows are covariates
     * @return fewer where the scenes have not as many bare pixels, none where they have none
     */
    public static Pixels sample(List<PixelReader> scenes, int most, int bands, long seed, Progress progress) {
        Random random = new Random(seed);
        List<DrawnPixel> drawn = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            int wanted = (int) ((long) most * (i + 1) / scenes.size() - (long) most * i / scenes.size());
            drawn.addAll(draw(
                    scenes.get(i),
                    wanted,
                    random,
                    progress.part((double) i / scenes.size(), (i + 1.0) / scenes.size())));
        }
        return DrawnPixel.pixels(drawn, bands, scenes.get(0).columns());
    }

    private static Collection<DrawnPixel> draw(PixelReader scene, int wanted, Random random, Progress progress) {
        List<Window> windows = new ArrayList<>(scene.scene().grid().all().tiles(SIDE));
        Collections.shuffle(windows, random);
        Reservoir reservoir = new Reservoir(wanted);
        int bareWindows = 0;
        long barePixels = 0;
        for (int i = 0; i < windows.size() && (bareWindows < LEAST_WINDOWS || barePixels < wanted); i++) {
            progress.report(
                    (double) i / windows.size(),
                    "reading bare pixels of " + scene.scene().layer());
            PixelReader.Pixels read = scene.read(windows.get(i));
            offer(read, scene.scene(), random, reservoir);
            barePixels += read.count();
            bareWindows += read.count() > 0 ? 1 : 0;
        }
        return reservoir.kept().stream().sorted(DrawnPixel.BY_RANK).toList();
    }

    private static void offer(PixelReader.Pixels read, Scene scene, Random random, Reservoir reservoir) {
        PixelCentres centres = new PixelCentres(scene.grid());
        Window window = read.window();
        for (int pixel = 0; pixel < read.reasons().length; pixel++) {
            long rank = random.nextLong();
            if (read.reasons()[pixel] == 0 && reservoir.takes(rank)) {
                double[] at = centres.of(window.x() + pixel % window.width(), window.y() + pixel / window.width());
                reservoir.offer(new DrawnPixel(rank, read.row(pixel), at[0], at[1], scene.layer()));
            }
        }
    }
}
