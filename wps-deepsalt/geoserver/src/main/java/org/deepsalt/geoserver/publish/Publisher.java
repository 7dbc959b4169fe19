/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.geoserver.catalog.Catalog;

/**
 * Publishes results: file, store, coverage, layer and styles appear together or not at all, and a layer that is
 * replaced stays as it was until the new one is whole. Thread-safe: one publication at a time.
 */
public final class Publisher {
    private final Catalog catalog;
    private final Targets targets;
    private final Journal journal;
    private final SettingsFile settings;

    /** @param catalog the secured one */
    public Publisher(Catalog catalog, AccessRights rights, SettingsFile settings, Journal journal) {
        this.catalog = catalog;
        this.settings = settings;
        this.targets = new Targets(catalog, rights, settings);
        this.journal = journal;
    }

    /**
     * Checks before long work that its result can be published.
     *
     * @throws org.deepsalt.model.InvalidRequestException with everything that is in the way
     */
    public void requirePublishable(String layer, String style, boolean overwrite) {
        targets.find(layer, style, overwrite);
    }

    /**
     * Publishes a result.
     *
     * @throws DeepSaltException if that failed; the files that were given stay where they are or are gone, and the
     *     catalog is as it was
     */
    public synchronized Publication.Published publish(Publication wanted) {
        Target target = targets.find(wanted.layer(), wanted.style(), wanted.overwrite());
        GdalMetadata tags = TiffFile.open(wanted.geoTiff()).gdalMetadata();
        LayerFiles files = new LayerFiles(wanted.geoTiff(), wanted.report(), wanted.companions());
        Path folder = targets.folder(target.name());
        String mark = LayerFiles.mark();
        Path image = files.image(folder, target.name().local(), mark);
        try (Journal.Entry entry = journal.begin(target.name(), folder);
                AdminScope scope = AdminScope.open()) {
            move(files.moves(folder, target.name().local(), mark), folder);
            new LayerEntry(catalog, target).put(wanted, tags, url(image));
            entry.succeeded(image);
            TileCache.forget(target.name().prefixed());
            return new Publication.Published(target.name().prefixed(), image);
        }
    }

    private static void move(Map<Path, Path> moves, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.move(move.getKey(), move.getValue());
            }
        } catch (IOException e) {
            throw new DeepSaltException(
                    "nothing was published: the data directory cannot be written (" + e + "); check its space", e);
        }
    }

    /** An address relative to the data directory, as GeoServer writes it, so that the directory can be moved. */
    private String url(Path image) {
        return "file:" + settings.dataDirectory().relativize(image).toString().replace('\\', '/');
    }
}
