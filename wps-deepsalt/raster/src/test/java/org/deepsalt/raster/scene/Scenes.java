/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.deepsalt.model.spectra.Band;
import org.geotools.gce.geotiff.GeoTiffReader;

/** Opens scenes for tests, and looks at their bands and pixels. */
final class Scenes {
    private Scenes() {}

    static List<Double> centres(Scene scene) {
        return scene.bands().stream().map(band -> band.band().centre()).toList();
    }

    static PixelReader.Pixels pixels(Scene scene, List<Band> bands) {
        CovariateStack none = new CovariateStack(scene.grid(), List.of());
        return new PixelReader(scene, none, MaskRules.STANDARD, bands, 0)
                .read(scene.grid().all());
    }

    static void open(Path image, List<String> descriptions, Consumer<Scene> use) throws Exception {
        GeoTiffReader reader = new GeoTiffReader(image.toFile());
        try (Scene scene = Scene.open("test", reader, image, descriptions)) {
            use.accept(scene);
        } finally {
            reader.dispose();
        }
    }
}
