/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldFiles;
import org.deepsalt.world.WorldOptions;
import org.geotools.gce.geotiff.GeoTiffReader;

/** A catalog over one synthetic world and whatever files a test adds; published layers go into a map. */
public final class WorldCatalog implements LayerCatalog {
    /** Two windows and a part in each direction, with every kind of ground and sky. */
    public static final int SIZE = 160;

    private static final String[] COVARIATES = {
        "sand=soil",
        "clay=soil",
        "tmin=climate",
        "tmax=climate",
        "tavg=climate",
        "pmin=climate",
        "pmax=climate",
        "pavg=climate"
    };

    private static WorldCatalog shared;

    private final Path folder;
    private final WorldFiles world;
    private final ModelStore models;
    private final Map<String, Path> rasters = new HashMap<>();
    private final Map<String, List<Zone>> zones = new HashMap<>();
    private final Map<String, List<PointFeature>> points = new HashMap<>();
    private final Map<String, Path> libraries = new HashMap<>();
    private final Map<String, Publication> published = new HashMap<>();

    /** A layer for each covariate of the models. */
    public static String[] covariates() {
        return COVARIATES.clone();
    }

    private WorldCatalog(WorldOptions options) throws IOException {
        this.folder = options.folder().toAbsolutePath().getParent();
        this.world = SampleWorld.write(options, Progress.SILENT);
        this.models = new ModelStore(folder.resolve("models"));
        rasters.put("scene", EnmapProduct.at(world.enmap()).spectralImage());
        rasters.put("soil", world.soil());
        rasters.put("climate", world.climate());
        rasters.put("truth", world.truth());
        Files.createDirectories(results());
    }

    /** The world is made once for all tests. */
    public static synchronized WorldCatalog shared() {
        if (shared == null) {
            try {
                Path folder = Files.createTempDirectory("deepsalt-test-");
                shared = new WorldCatalog(new WorldOptions(SIZE, 3, folder.resolve("world")));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** A catalog over a world of its own; models and results go beside the world's folder. */
    public static WorldCatalog make(WorldOptions options) throws IOException {
        return new WorldCatalog(options);
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path results() {
        return folder.resolve("results");
    }

    public Path file(String layer) {
        return rasters.get(layer);
    }

    public void add(String name, Path file) {
        rasters.put(name, file);
    }

    public void addPoints(String name, List<PointFeature> layer) {
        points.put(name, layer);
    }

    public void addLibrary(String id, Path file) {
        libraries.put(id, file);
    }

    public void addZones(String name, List<Zone> layer) {
        zones.put(name, layer);
    }

    public Map<String, Publication> published() {
        return published;
    }

    @Override
    public RasterLayer raster(String name) {
        Path file = rasters.get(name);
        if (file == null) {
            throw new DeepSaltException("there is no layer '" + name + "'");
        }
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        try {
            GeoTiffReader reader = new GeoTiffReader(file.toFile());
            return new RasterLayer(name, reader, file, tiff.gdalMetadata().descriptions(tiff.bands()), reader::dispose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<PointFeature> points(String name) {
        if (points.containsKey(name)) {
            return points.get(name);
        }
        if (!name.equals("samples")) {
            throw new DeepSaltException("there is no layer '" + name + "'");
        }
        try {
            List<PointFeature> samples = new ArrayList<>();
            for (JsonNode feature :
                    new ObjectMapper().readTree(world.samples().toFile()).path("features")) {
                JsonNode at = feature.at("/geometry/coordinates");
                Map<String, Object> attributes = Map.of(
                        "ece",
                        feature.at("/properties/ece").asDouble(),
                        "soc",
                        feature.at("/properties/soc").asDouble(),
                        "source",
                        "synthetic");
                samples.add(new PointFeature(at.get(0).asDouble(), at.get(1).asDouble(), attributes));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Zone> zones(String name) {
        if (!zones.containsKey(name)) {
            throw new DeepSaltException("there is no layer '" + name + "'");
        }
        return zones.get(name);
    }

    @Override
    public Path library(String id) {
        if (libraries.containsKey(id)) {
            return libraries.get(id);
        }
        if (!id.equals("library")) {
            throw new DeepSaltException("there is no library '" + id + "'");
        }
        return world.library();
    }

    @Override
    public Path importable(String product) {
        try {
            return Path.of(product).toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw new DeepSaltException("there is no product '" + product + "'", e);
        }
    }

    @Override
    public ModelStore models() {
        return models;
    }

    @Override
    public Path newResult(String fileName) {
        try {
            return Files.createTempDirectory(results(), "run-").resolve(fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void discard(Path result) {
        delete(result.getParent());
    }

    @Override
    public void requirePublishable(String layer, String style, boolean overwrite) {
        if (layer.contains("/")) {
            throw new DeepSaltException("layer name '" + layer + "' is not possible");
        }
    }

    @Override
    public Publication.Published publish(Publication publication) {
        published.put(publication.layer(), publication);
        return new Publication.Published("test:" + publication.layer(), publication.geoTiff(), "");
    }
}
