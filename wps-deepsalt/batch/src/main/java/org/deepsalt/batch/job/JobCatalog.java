/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.enmap.ArchiveLimits;

/**
 * What one job may see: its scene by the product's name, files as covariates, its model. The result goes into the
 * attempt's folder, and nothing is published.
 */
final class JobCatalog implements LayerCatalog, AutoCloseable {
    private final SceneSource scene;
    private final ModelStore models;
    private final Attempt attempt;
    private final FileCatalog files;

    JobCatalog(SceneSource scene, ModelStore models, Attempt attempt, ArchiveLimits limits) {
        this.scene = scene;
        this.models = models;
        this.attempt = attempt;
        this.files = new FileCatalog(new NoLayers(models), limits, attempt.scratch());
    }

    @Override
    public RasterLayer raster(String name) {
        return raster(name, Progress.SILENT);
    }

    @Override
    public RasterLayer raster(String name, Progress progress) {
        if (!name.equals(scene.name())) {
            return files.raster(name, progress);
        }
        RasterLayer layer = files.raster(scene.path().toString(), progress);
        return new RasterLayer(name, layer.reader(), layer.file(), layer.bandNames(), layer.release());
    }

    @Override
    public List<PointFeature> points(String name) {
        return files.points(name);
    }

    @Override
    public List<Zone> zones(String name) {
        return files.zones(name);
    }

    @Override
    public Path library(String id) {
        return files.library(id);
    }

    @Override
    public Path importable(String product) {
        return files.importable(product);
    }

    @Override
    public ModelStore models() {
        return models;
    }

    @Override
    public Path newResult(String fileName) {
        return attempt.files().resolve(fileName);
    }

    /** The attempt's folder goes as a whole. */
    @Override
    public void discard(Path result) {}

    @Override
    public void requirePublishable(String layer, String style, boolean overwrite) {
        throw unpublished();
    }

    @Override
    public Publication.Published publish(Publication publication) {
        throw unpublished();
    }

    private static DeepSaltException unpublished() {
        return new DeepSaltException(
                "a batch publishes nothing: leave out layer, and publish its manifest with deepsalt:PublishBatch");
    }

    @Override
    public void close() {
        files.close();
    }
}
