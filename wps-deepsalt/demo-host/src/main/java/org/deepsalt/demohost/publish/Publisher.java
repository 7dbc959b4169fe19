/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.RasterFile;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds layers to a catalog, or replaces them, all or nothing: store, coverage, layer and file appear together or not at
 * all, also if the process is killed on the way. The files are those that GeoServer would write. Thread-safe;
 * several processes may publish into one data directory.
 */
public final class Publisher {
    private static final Logger LOGGER = LoggerFactory.getLogger(Publisher.class);

    private final Catalog catalog;
    private final DataDirectory directory;

    /** Prepares publishing; what a crash left behind is cleared away. */
    public Publisher(Catalog catalog) {
        this.catalog = catalog;
        this.directory = new DataDirectory(catalog.dataDirectory());
        clear();
        catalog.reload();
    }

    /** A directory that cannot be written, or has no room, serves what it has. */
    private void clear() {
        try {
            LayerPlace.locked(directory, "cleared", () -> Staging.sweep(directory));
        } catch (DeepSaltException e) {
            LOGGER.warn(
                    "what interrupted publications may have left is not cleared away, and nothing can be published:"
                            + " {}",
                    e.getMessage());
        }
    }

    /**
     * Checks before long work that its result can be published: name, workspace, styles, existing layers.
     *
     * @throws InvalidRequestException with everything that is in the way
     */
    public void requirePublishable(NewLayer publication) {
        Problems problems = place(publication).checkNames();
        if (!problems.any()) {
            checkPlace(place(publication), problems);
        }
        problems.throwIfAny();
    }

    /**
     * Publishes a finished GeoTIFF. If the request is refused, the files stay where they are; else they are moved into
     * the data directory.
     *
     * @param files the GeoTIFF and what belongs to it
     * @return where the GeoTIFF is now
     * @throws InvalidRequestException with everything that is wrong with the request
     * @throws DeepSaltException if publishing failed: nothing of the layer remains, and the files are gone
     */
    public Path publish(NewLayer publication, LayerFiles files) {
        Path geotiff = files.geotiff();
        Problems problems = place(publication).checkNames();
        problems.attempt(() -> {
            TiffFile.open(geotiff).requireWhole();
            if (RasterFile.open(geotiff).grid().crs() == null) {
                problems.add("'" + geotiff.getFileName() + "' names no coordinate reference system");
            }
            return geotiff;
        });
        problems.throwIfAny();
        String unique = LayerFiles.mark();
        LayerPlace.locked(directory, "published", () -> {
            checkPlace(place(publication), problems);
            problems.throwIfAny();
            put(publication, files, unique);
        });
        return files.image(directory.data(publication.workspace(), publication.name()), publication.name(), unique);
    }

    private LayerPlace place(NewLayer wanted) {
        return new LayerPlace(catalog, directory, wanted);
    }

    private static void checkPlace(LayerPlace place, Problems problems) {
        LayerPlace.Kind kind = place.kind();
        if (kind == LayerPlace.Kind.LAYER) {
            if (!place.wanted().overwrite()) {
                problems.add("there is a layer '" + place.wanted().prefixedName()
                        + "' already: give another name, or say that it may be overwritten");
            }
        } else if (kind != LayerPlace.Kind.NOTHING) {
            place.refuse(kind, problems);
        }
    }

    private void put(NewLayer wanted, LayerFiles given, String unique) throws IOException {
        Path store = directory.store(wanted.workspace(), wanted.name());
        Path folder = directory.data(wanted.workspace(), wanted.name());
        Path file = given.image(folder, wanted.name(), unique);
        Map<Path, Path> moves = given.moves(folder, wanted.name(), unique);
        List<Path> files = new ArrayList<>(files(folder));
        files.addAll(moves.values());
        Staging staging = Staging.begin(directory, unique, store, files);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.move(move.getKey(), move.getValue());
            }
            CoverageFiles.identify(directory.workspace(wanted.workspace()), Files.exists(store) ? store : null, unique)
                    .write(staging.store(), layer(wanted, given, file), directory.address(file));
            staging.swap();
            // Readers learn of the new files before the old ones go.
            catalog.reload();
        } finally {
            staging.settle();
        }
    }

    private RasterLayer layer(NewLayer wanted, LayerFiles given, Path file) {
        RasterFile raster = RasterFile.open(file);
        Optional<LayerInfo> existing = catalog.find(wanted.prefixedName()).map(Layer::info);
        return RasterLayer.of(wanted.info(RecordLink.of(wanted, given, existing)), raster);
    }

    private static List<Path> files(Path folder) {
        return DataDirectory.list(folder, Files::isRegularFile);
    }
}
