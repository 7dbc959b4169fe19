/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.Crs;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.LayerInfoBuilder;
import org.deepsalt.demohost.catalog.LayerReader;
import org.deepsalt.demohost.catalog.RasterFile;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.files.FolderLock;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerName;
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
            locked("cleared", () -> Staging.sweep(directory));
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
        Problems problems = checkNames(publication);
        if (!problems.any()) {
            checkPlace(publication, problems);
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
        Problems problems = checkNames(publication);
        problems.attempt(() -> {
            TiffFile.open(geotiff).requireWhole();
            if (RasterFile.open(geotiff).grid().crs() == null) {
                problems.add("'" + geotiff.getFileName() + "' names no coordinate reference system");
            }
            return geotiff;
        });
        problems.throwIfAny();
        String unique = LayerFiles.mark();
        locked("published", () -> {
            checkPlace(publication, problems);
            problems.throwIfAny();
            put(publication, files, unique);
        });
        return files.image(directory.data(publication.workspace(), publication.name()), publication.name(), unique);
    }

    private Problems checkNames(NewLayer wanted) {
        Problems problems = new Problems();
        new LayerName(wanted.workspace(), wanted.name()).check(problems);
        if (!catalog.workspaces().contains(wanted.workspace())) {
            problems.add("there is no workspace '" + wanted.workspace() + "'; there are "
                    + String.join(", ", catalog.workspaces()));
        }
        List<String> styles = new ArrayList<>(wanted.moreStyles());
        styles.add(0, wanted.style());
        for (String style : styles) {
            if (catalog.style(wanted.workspace(), style).isEmpty()) {
                problems.add("there is no style '" + style + "'");
            }
        }
        return problems;
    }

    private void checkPlace(NewLayer wanted, Problems problems) {
        boolean exists = Files.exists(directory.store(wanted.workspace(), wanted.name()));
        if (exists && !isOurs(wanted.workspace(), wanted.name())) {
            problems.add("'" + wanted.prefixedName() + "' was not published by DeepSalt: give another layer name");
        } else if (exists && !wanted.overwrite()) {
            problems.add("there is a layer '" + wanted.prefixedName()
                    + "' already: give another name, or say that it may be overwritten");
        } else if (!exists && catalog.find(wanted.prefixedName()).isPresent()) {
            problems.add("another store has a layer '" + wanted.prefixedName() + "': give another layer name");
        }
    }

    /** Whether a store's file lies where this class puts it, so that it may be deleted. */
    private boolean isOurs(String workspace, String name) {
        Path storeFile = directory.store(workspace, name).resolve(DataDirectory.STORE_FILE);
        Path data = directory.data(workspace, name);
        return Files.isRegularFile(storeFile)
                && SafeXml.read(storeFile)
                        .text("url")
                        .map(directory::resolve)
                        .filter(file -> data.equals(file.getParent()))
                        .isPresent();
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
                    .write(staging.store(), layer(wanted, file), directory.address(file));
            staging.swap();
            // Readers learn of the new files before the old ones go.
            catalog.reload();
        } finally {
            staging.settle();
        }
    }

    private static RasterLayer layer(NewLayer wanted, Path file) {
        RasterFile raster = RasterFile.open(file);
        LayerInfo info = LayerInfoBuilder.builder()
                .workspace(wanted.workspace())
                .name(wanted.name())
                .title(wanted.title().isBlank() ? wanted.name() : wanted.title())
                .description(wanted.description())
                .keywords(wanted.keywords())
                .advertised(true)
                .defaultStyle(wanted.style())
                .styles(wanted.moreStyles())
                .build();
        return new RasterLayer(
                info,
                raster,
                LayerReader.named(raster.bands()),
                Crs.geographic(raster.grid().bounds()),
                Crs.identifier(raster.grid().requireCrs("is no layer")));
    }

    private static List<Path> files(Path folder) {
        return DataDirectory.list(folder, Files::isRegularFile);
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private void locked(String done, Change change) {
        try (FolderLock lock = FolderLock.acquire(directory.staging())) {
            change.make();
        } catch (IOException e) {
            throw new DeepSaltException(
                    "nothing was " + done + ": " + WriteFailure.reason(directory.root(), "the data directory", e), e);
        }
    }
}
