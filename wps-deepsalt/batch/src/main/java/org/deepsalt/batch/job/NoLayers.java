/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.Zone;

/** Stands where a data directory would: whatever is no file is not there. */
public record NoLayers(ModelStore models) implements LayerCatalog {
    @Override
    public RasterLayer raster(String name) {
        throw missing(name);
    }

    @Override
    public List<PointFeature> points(String name) {
        throw missing(name);
    }

    @Override
    public List<Zone> zones(String name) {
        throw missing(name);
    }

    @Override
    public Path library(String id) {
        throw missing(id);
    }

    @Override
    public Path importable(String product) {
        throw missing(product);
    }

    @Override
    public Path newResult(String fileName) {
        throw new UnsupportedOperationException("results go into the attempt's folder");
    }

    @Override
    public void discard(Path result) {
        throw new UnsupportedOperationException("results go with the attempt's folder");
    }

    @Override
    public void requirePublishable(String layer, String style, boolean overwrite) {
        throw missing(layer);
    }

    @Override
    public Publication.Published publish(Publication publication) {
        throw missing(publication.layer());
    }

    private static DeepSaltException missing(String name) {
        return new DeepSaltException("there is no file '" + name + "': in a batch all layers are files, give its path");
    }
}
