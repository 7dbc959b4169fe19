/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.scene.Scene;

/**
 * The layers and other resources that a running process has opened, each layer once. Closing the scope closes them all
 * in reverse order. Not thread-safe.
 */
public final class ResourceScope implements AutoCloseable {
    /** A resource whose closing throws nothing that the caller could handle. */
    interface Closing {
        void close();
    }

    private final LayerCatalog catalog;
    private final Progress progress;
    private final Map<String, RasterLayer> layers = new LinkedHashMap<>();
    private final Deque<Closing> toClose = new ArrayDeque<>();

    /** @param progress of the opening, which asks before each layer and each window whether it is still wanted */
    public ResourceScope(LayerCatalog catalog, Progress progress) {
        this.catalog = catalog;
        this.progress = progress;
    }

    /** A raster layer, opened at the first call for its name. */
    public RasterLayer raster(String name) {
        RasterLayer known = layers.get(name);
        if (known == null) {
            progress.report(0, "opening layer " + name);
            known = catalog.raster(name, progress);
            layers.put(name, known);
            toClose.push(known::close);
        }
        return known;
    }

    /** Opens a raster layer as an EnMAP scene. */
    public Scene scene(String name) {
        RasterLayer image = raster(name);
        progress.report(0, "reading the metadata of " + name);
        return open(
                () -> Scene.open(name, image.reader(), image.requireFile(), image.bandNames(), progress), Scene::close);
    }

    /** The points of a layer. */
    public List<PointFeature> points(String name) {
        progress.report(0, "reading points of layer " + name);
        return catalog.points(name, progress);
    }

    /** The polygons of a layer. */
    public List<Zone> zones(String name) {
        progress.report(0, "reading zones of layer " + name);
        return catalog.zones(name, progress);
    }

    /** Opens a resource that is closed with this scope. */
    public <T> T open(Supplier<T> opening, java.util.function.Consumer<T> closing) {
        T opened = opening.get();
        toClose.push(() -> closing.accept(opened));
        return opened;
    }

    @Override
    public void close() {
        toClose.forEach(Closing::close);
    }
}
