/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.PointLayer;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.publish.NewLayer;
import org.deepsalt.demohost.publish.NewLayerBuilder;
import org.deepsalt.demohost.publish.Publisher;
import org.deepsalt.demohost.publish.SeriesPublisher;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.ImportRoots;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerName;
import org.deepsalt.processes.catalog.Libraries;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.ResultStyles;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.grid.DegreesPath;

/**
 * The processes' view of a data directory: layers by name, models below {@code deepsalt/models}, libraries below {@code
 * deepsalt/libraries}, products to import below {@code import}, results in a temporary folder until they are published
 * or sent. Thread-safe.
 */
public final class DataDirectoryLayers implements LayerCatalog {
    /** Layers that a message names at most. */
    private static final int NAMED = 20;

    private final Catalog catalog;
    private final Publisher publisher;
    private final SeriesPublisher seriesPublisher;
    private final ModelStore models;
    private final Libraries libraries;
    private final Path results;
    private final ImportRoots imports;

    /**
     * Opens a data directory.
     *
     * @param scratch folder of this process alone for results
     */
    public DataDirectoryLayers(Catalog catalog, Path scratch) {
        this.catalog = catalog;
        this.publisher = new Publisher(catalog);
        this.seriesPublisher = new SeriesPublisher(catalog);
        Path own = catalog.dataDirectory().resolve("deepsalt");
        this.models = new ModelStore(own.resolve("models"));
        models.restore();
        this.libraries = new Libraries(own.resolve("libraries"));
        this.results = scratch.resolve("results");
        this.imports = new ImportRoots(List.of(catalog.dataDirectory().resolve("import")));
    }

    @Override
    public org.deepsalt.processes.catalog.RasterLayer raster(String name) {
        Layer found = find(name);
        if (found instanceof SeriesLayer series) {
            throw new DeepSaltException("layer '" + name + "' is a series of "
                    + series.granules().size() + " maps, wanted a raster layer of one image");
        } else if (!(found instanceof RasterLayer layer)) {
            throw new DeepSaltException("layer '" + name + "' holds points, wanted a raster layer");
        } else {
            return open(name, layer);
        }
    }

    private static org.deepsalt.processes.catalog.RasterLayer open(String name, RasterLayer layer) {
        TiffFile file = TiffFile.open(layer.file());
        file.requireWhole();
        file.requireReadable();
        List<String> bands =
                layer.bands().stream().map(RasterLayer.BandInfo::name).toList();
        return new org.deepsalt.processes.catalog.RasterLayer(
                name, layer.source().reader(), layer.file(), bands, () -> {});
    }

    @Override
    public List<PointFeature> points(String name) {
        if (!(find(name) instanceof PointLayer layer)) {
            throw new DeepSaltException("layer '" + name + "' is a raster, wanted a layer of points");
        }
        DegreesPath toDegrees = DegreesPath.from("layer '" + name + "'", layer.crs());
        List<PointFeature> points = new ArrayList<>();
        for (PointLayer.PointFeature feature : layer.features()) {
            double[] at = toDegrees.degrees(feature.x(), feature.y());
            Map<String, Object> known = new LinkedHashMap<>(feature.values());
            known.values().removeIf(java.util.Objects::isNull);
            points.add(new PointFeature(at[0], at[1], known));
        }
        return points;
    }

    /** Always refuses: the layers of this host are rasters and points. */
    @Override
    public List<Zone> zones(String name) {
        String kind = find(name) instanceof PointLayer ? "points" : "a raster";
        throw new DeepSaltException("layer '" + name + "' holds " + kind
                + ", wanted polygons: this host serves no layers of polygons, give them to ./deepsalt run as a GeoJSON"
                + " file");
    }

    private Layer find(String name) {
        return catalog.find(name)
                .orElseThrow(() -> new DeepSaltException(
                        catalog.absence(null, name) + ", there are " + someLayers() + ": name one of them"));
    }

    private String someLayers() {
        List<Layer> all = catalog.layers();
        String first = all.stream().limit(NAMED).map(Layer::prefixedName).collect(Collectors.joining(", "));
        return all.size() <= NAMED ? first : first + " and " + (all.size() - NAMED) + " more";
    }

    @Override
    public Path library(String id) {
        return libraries.file(id);
    }

    @Override
    public Path importable(String product) {
        return imports.resolve(product);
    }

    @Override
    public ModelStore models() {
        return models;
    }

    @Override
    public Path newResult(String fileName) {
        try {
            return Files.createDirectories(results.resolve(UUID.randomUUID().toString()))
                    .resolve(fileName);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "no folder for the result can be made: " + WriteFailure.reason(results, "the folder of results", e),
                    e);
        }
    }

    @Override
    public void discard(Path result) {
        Path folder = result.getParent();
        if (folder != null && folder.startsWith(results)) {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new DeepSaltException("a temporary result cannot be deleted: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void requirePublishable(String layer, String style, boolean overwrite) {
        publisher.requirePublishable(described(layer, "", "", List.of(), style, overwrite));
    }

    @Override
    public Publication.Published publish(Publication wanted) {
        NewLayer publication = described(wanted);
        Path file = publisher.publish(publication, LayerFiles.of(wanted));
        discard(wanted.geoTiff());
        return new Publication.Published(publication.prefixedName(), file, "");
    }

    @Override
    public List<Granule> granules(String series) {
        return catalog.find(series).orElse(null) instanceof SeriesLayer found
                ? List.copyOf(found.granules().keySet())
                : List.of();
    }

    @Override
    public org.deepsalt.processes.catalog.RasterLayer granule(String series, Granule granule) {
        RasterLayer map =
                find(series) instanceof SeriesLayer found ? found.granules().get(granule) : null;
        if (map == null) {
            throw new DeepSaltException(
                    "series '" + series + "' has no map of " + granule.time() + " any more: ask again for what it has");
        }
        return open(series + " of " + granule.day(), map);
    }

    @Override
    public void requireSeries(SeriesTarget wanted) {
        seriesPublisher.require(described(wanted.series(), "", "", List.of(), wanted.style(), false), wanted.content());
    }

    @Override
    public Publication.Published addGranule(Publication wanted, Granule granule) {
        NewLayer series = described(wanted);
        Path file =
                seriesPublisher.add(series, wanted.titleChosen(), wanted.styleChosen(), LayerFiles.of(wanted), granule);
        discard(wanted.geoTiff());
        return new Publication.Published(series.prefixedName(), file, "");
    }

    private NewLayer described(Publication wanted) {
        return described(
                wanted.layer(),
                wanted.title(),
                wanted.description(),
                wanted.keywords(),
                wanted.style(),
                wanted.overwrite());
    }

    private NewLayer described(
            String layer, String title, String description, List<String> keywords, String style, boolean overwrite) {
        LayerName name = LayerName.parse(layer, catalog.defaultWorkspace());
        List<String> others = ResultStyles.beside(style).stream()
                .filter(other -> catalog.style(null, other).isPresent())
                .toList();
        return NewLayerBuilder.builder()
                .workspace(name.workspace())
                .name(name.local())
                .title(title)
                .description(description)
                .keywords(keywords)
                .style(style)
                .moreStyles(others)
                .overwrite(overwrite)
                .build();
    }
}
