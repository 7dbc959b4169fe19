/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.publish.Publisher;
import org.deepsalt.geoserver.publish.SeriesPublisher;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.Progress;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.ImportRoots;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.Libraries;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.processes.catalog.Zone;
import org.geoserver.catalog.Catalog;

/**
 * The catalog of a GeoServer for the processes: layers of its catalog as far as the caller may read them; models below
 * {@code deepsalt/models}, libraries below {@code deepsalt/libraries} of the data directory; results among the
 * temporary files of the execution until they are published or sent. Thread-safe.
 */
public final class GeoServerLayers implements LayerCatalog {
    private final SettingsFile settings;
    private final RasterLayers rasters;
    private final FeatureLayers features;
    private final Libraries libraries;
    private final ModelStore models;
    private final ExecutionFiles results;
    private final Publisher publisher;
    private final SeriesLayers series;
    private final SeriesPublisher seriesPublisher;

    /** @param catalog the secured one, which shows callers what they may read */
    public GeoServerLayers(
            Catalog catalog,
            SettingsFile settings,
            ModelStore models,
            ExecutionFiles results,
            Publisher publisher,
            SeriesPublisher seriesPublisher,
            AccessRights rights) {
        this.settings = settings;
        this.rasters = new RasterLayers(catalog);
        this.features = new FeatureLayers(catalog);
        this.libraries =
                new Libraries(settings.dataDirectory().resolve("deepsalt").resolve("libraries"));
        this.models = models;
        this.results = results;
        this.publisher = publisher;
        this.series = new SeriesLayers(catalog, rights);
        this.seriesPublisher = seriesPublisher;
    }

    @Override
    public RasterLayer raster(String name) {
        return rasters.open(name);
    }

    @Override
    public List<PointFeature> points(String name) {
        return points(name, Progress.SILENT);
    }

    @Override
    public List<PointFeature> points(String name, Progress progress) {
        return features.points(name, progress);
    }

    @Override
    public List<Zone> zones(String name) {
        return zones(name, Progress.SILENT);
    }

    @Override
    public List<Zone> zones(String name, Progress progress) {
        return features.zones(name, progress);
    }

    @Override
    public Path library(String id) {
        return libraries.file(id);
    }

    @Override
    public Path importable(String product) {
        return new ImportRoots(settings.importRoots()).resolve(product);
    }

    @Override
    public ModelStore models() {
        return models;
    }

    @Override
    public Path newResult(String fileName) {
        return results.newFile(fileName);
    }

    @Override
    public void discard(Path result) {
        results.discard(result);
    }

    @Override
    public void requirePublishable(String layer, String style, boolean overwrite) {
        publisher.requirePublishable(layer, style, overwrite);
    }

    @Override
    public Publication.Published publish(Publication publication) {
        Publication.Published published = publisher.publish(publication);
        discard(publication.geoTiff());
        return published;
    }

    @Override
    public List<Granule> granules(String name) {
        return series.granules(name);
    }

    @Override
    public RasterLayer granule(String name, Granule granule) {
        return series.open(name, granule);
    }

    @Override
    public void requireSeries(SeriesTarget wanted) {
        seriesPublisher.require(wanted);
    }

    @Override
    public Publication.Published addGranule(Publication publication, Granule granule) {
        Publication.Published published = seriesPublisher.add(publication, granule);
        discard(publication.geoTiff());
        return published;
    }
}
