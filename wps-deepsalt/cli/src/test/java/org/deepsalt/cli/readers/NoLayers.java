/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.Zone;

/** A catalog behind files that serves nothing. */
final class NoLayers implements LayerCatalog {
    private static DeepSaltException nothing(String name) {
        return new DeepSaltException("there is no '" + name + "'");
    }

    @Override
    public RasterLayer raster(String name) {
        throw nothing(name);
    }

    @Override
    public List<PointFeature> points(String name) {
        throw nothing(name);
    }

    @Override
    public List<Zone> zones(String name) {
        throw nothing(name);
    }

    @Override
    public Path library(String id) {
        throw nothing(id);
    }

    @Override
    public Path importable(String product) {
        throw nothing(product);
    }

    @Override
    public ModelStore models() {
        throw nothing("model");
    }

    @Override
    public Path newResult(String fileName) {
        throw nothing(fileName);
    }

    @Override
    public void discard(Path result) {
        throw nothing("result");
    }

    @Override
    public void requirePublishable(String layer, String style, boolean overwrite) {
        throw nothing(layer);
    }

    @Override
    public Publication.Published publish(Publication publication) {
        throw nothing(publication.layer());
    }
}
