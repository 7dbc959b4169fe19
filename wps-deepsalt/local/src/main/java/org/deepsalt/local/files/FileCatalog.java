/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.local.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.geojson.GeoJson;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.enmap.ProductArchive;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.jspecify.annotations.Nullable;

/**
 * A catalog in which a name may also be a path of this machine. Names that are no files are looked up in the catalog
 * behind it. Results are written to a temporary folder that goes when this is closed.
 */
public final class FileCatalog implements LayerCatalog, AutoCloseable {
    private final LayerCatalog served;
    private final ArchiveLimits limits;
    private final Path scratch;
    private final Deque<Path> temporary = new ArrayDeque<>();

    /**
     * Makes a catalog that looks for files before it asks another catalog.
     *
     * @param limits of the ZIPs that hold scenes
     */
    public FileCatalog(LayerCatalog served, ArchiveLimits limits) {
        this(served, limits, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * The same, with a folder in which temporary ones are made.
     *
     * @param scratch exists
     */
    public FileCatalog(LayerCatalog served, ArchiveLimits limits, Path scratch) {
        this.served = served;
        this.limits = limits;
        this.scratch = scratch;
    }

    @Override
    public RasterLayer raster(String name) {
        return raster(name, Progress.SILENT);
    }

    @Override
    public RasterLayer raster(String name, Progress progress) {
        Path path = path(name);
        if (path == null || !Files.exists(path)) {
            return served.raster(name, progress);
        }
        return ProductArchive.isArchive(path)
                ? unpacked(name, path, progress)
                : open(name, EnmapProduct.at(path).spectralImage());
    }

    /** Null for a name that can be no path, such as one with a character of value 0. */
    private static @Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Unpacks a product; its files exist until the layer is closed. */
    private RasterLayer unpacked(String name, Path zip, Progress progress) {
        Path image = newResult("SPECTRAL_IMAGE.TIF");
        try {
            EnmapProduct product = ProductArchive.unpack(zip, image.resolveSibling(""), limits, progress);
            RasterLayer layer = open(name, product.spectralImage());
            return new RasterLayer(name, layer.reader(), layer.file(), layer.bandNames(), () -> {
                layer.close();
                discard(image);
            });
        } catch (RuntimeException e) {
            discard(image);
            throw e;
        }
    }

    /** Opens a GeoTIFF as a layer that owns its reader. */
    public static RasterLayer open(String name, Path file) {
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        tiff.requireReadable();
        List<String> bands = tiff.gdalMetadata().descriptions(tiff.bands());
        GeoTiffReader reader = GeoTiffs.reader(file);
        return new RasterLayer(name, reader, file, bands, reader::dispose);
    }

    @Override
    public List<PointFeature> points(String name) {
        Path path = path(name);
        if (path == null || !Files.isRegularFile(path)) {
            return served.points(name);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".geojson") || lower.endsWith(".json")) {
            return GeoJson.points(path);
        } else if (lower.endsWith(".csv")) {
            return CsvPoints.read(path);
        }
        throw new DeepSaltException("samples '" + name + "' are of a format that is not read, wanted GeoJSON or CSV");
    }

    @Override
    public List<Zone> zones(String name) {
        Path path = path(name);
        if (path == null || !Files.isRegularFile(path)) {
            return served.zones(name);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".geojson") && !lower.endsWith(".json")) {
            throw new DeepSaltException("zones '" + name + "' are of a format that is not read, wanted GeoJSON");
        }
        return GeoJson.zones(path);
    }

    @Override
    public Path library(String id) {
        Path path = path(id);
        return path != null && Files.isRegularFile(path) ? path : served.library(id);
    }

    @Override
    public Path importable(String product) {
        try {
            return Files.exists(Path.of(product)) ? Path.of(product).toRealPath() : served.importable(product);
        } catch (IOException | InvalidPathException e) {
            throw new DeepSaltException("product '" + product + "' cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public ModelStore models() {
        return served.models();
    }

    @Override
    public Path newResult(String fileName) {
        try {
            Path folder = Files.createTempDirectory(scratch, "deepsalt-");
            temporary.push(folder);
            return folder.resolve(fileName);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "no temporary folder can be made: " + WriteFailure.reason(scratch, "the temporary folder", e), e);
        }
    }

    @Override
    public void discard(Path result) {
        try {
            Folders.delete(result.resolveSibling(""));
        } catch (IOException e) {
            throw new DeepSaltException("a temporary result cannot be deleted: " + e.getMessage(), e);
        }
    }

    @Override
    public void requirePublishable(String layer, String style, boolean overwrite) {
        served.requirePublishable(layer, style, overwrite);
    }

    @Override
    public Publication.Published publish(Publication publication) {
        return served.publish(publication);
    }

    @Override
    public List<Granule> granules(String series) {
        Path path = path(series);
        return path != null && Files.exists(path) ? List.of() : served.granules(series);
    }

    @Override
    public RasterLayer granule(String series, Granule granule) {
        return served.granule(series, granule);
    }

    @Override
    public void requireSeries(SeriesTarget wanted) {
        served.requireSeries(wanted);
    }

    @Override
    public Publication.Published addGranule(Publication publication, Granule granule) {
        return served.addGranule(publication, granule);
    }

    @Override
    public void close() {
        try {
            for (Path folder : temporary) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new DeepSaltException("a temporary folder cannot be deleted: " + e.getMessage(), e);
        }
    }
}
