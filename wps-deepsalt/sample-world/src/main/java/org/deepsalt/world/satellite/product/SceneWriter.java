/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.world.satellite.Scene;

/** Writes a scene as an EnMAP L2A product, and the truth beside it. */
public final class SceneWriter {
    private final Scene scene;
    private final ProductName name;

    /**
     * Prepares the writing of a scene.
     *
     * @param seed from which the number of the datatake follows
     */
    public SceneWriter(Scene scene, long seed) {
        this.scene = scene;
        this.name = ProductName.of(seed, scene.overpass().start());
    }

    /**
     * Writes all files of the product and the truth. The pixels do not depend on the number of threads.
     *
     * @param product folder for the product's files, which must exist
     * @param truth file for the true ECe
     * @return the product's METADATA.XML
     */
    public Path write(Path product, Path truth, int threads, Progress progress) throws IOException {
        SceneStatistics statistics = new SceneStatistics(scene.bands().count());
        List<Window> windows = scene.grid().all().tiles(SceneTile.SIDE);
        try (ProductFiles files = new ProductFiles(scene, name, product, truth)) {
            new TileWork(threads).run(windows, window -> render(files, window), statistics::add, progress);
            files.finish();
        }
        Path metadata = name.in(product, MetadataXml.SUFFIX);
        Files.write(metadata, new MetadataXml(scene, name, statistics, product).bytes());
        return metadata;
    }

    private SceneStatistics render(ProductFiles files, Window window) throws IOException {
        SceneTile tile = SceneTile.render(scene, window);
        files.write(window, tile);
        return tile.statistics;
    }
}
