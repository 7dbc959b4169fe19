/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.layers.AdminScope;
import org.deepsalt.geoserver.layers.LayerFolder;
import org.deepsalt.geoserver.layers.LayerKind;
import org.deepsalt.geoserver.layers.LayerMark;
import org.deepsalt.geoserver.layers.OwnLayer;
import org.deepsalt.geoserver.layers.OwnLayers;
import org.deepsalt.geoserver.layers.Target;
import org.deepsalt.geoserver.layers.Targets;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.geoserver.catalog.Catalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes results: file, store, coverage, layer and styles appear together or not at all, and a layer that is
 * replaced stays as it was until the new one is whole. Thread-safe: one publication at a time.
 */
public final class Publisher {
    private static final Logger LOGGER = LoggerFactory.getLogger(Publisher.class);

    private final Catalog raw;
    private final Targets targets;
    private final Journal journal;
    private final SettingsFile settings;

    /**
     * A publisher.
     *
     * @param catalog the secured one, which shows callers what they may see
     * @param raw the one that is changed once the caller's rights have been checked
     */
    public Publisher(Catalog catalog, Catalog raw, AccessRights rights, SettingsFile settings, Journal journal) {
        this.raw = raw;
        this.settings = settings;
        this.targets = new Targets(catalog, new OwnLayers(raw), rights, settings);
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
    public Publication.Published publish(Publication wanted) {
        synchronized (journal) {
            return publishAlone(wanted);
        }
    }

    private Publication.Published publishAlone(Publication wanted) {
        Target target = targets.find(wanted.layer(), wanted.style(), wanted.overwrite());
        GdalMetadata tags = TiffFile.open(wanted.geoTiff()).gdalMetadata();
        LayerFiles files = LayerFiles.of(wanted);
        Path folder = target.folder();
        String local = target.name().local();
        String state = LayerFiles.mark();
        String mark = target.existing()
                .flatMap(own -> LayerMark.of(own.store()))
                .or(() -> LayerMark.of(folder))
                .orElseGet(LayerMark::make);
        Path image = files.image(folder, local, state);
        try (AdminScope scope = AdminScope.open(target.workspace());
                Journal.Entry entry = journal.begin(target.store(), folder, mark)) {
            move(files.moves(folder, local, state), folder, mark);
            new LayerEntry(raw, target, mark, LayerKind.MAP).put(wanted, tags, settings.url(image));
            entry.succeeded(image);
            TileCache.forget(target.name().prefixed());
            String remark = target.existing().map(OwnLayer::remark).orElse("");
            return new Publication.Published(target.name().prefixed(), image, remark);
        }
    }

    private static void move(Map<Path, Path> moves, Path folder, String mark) {
        try {
            LayerFolder.fill(folder, mark, moves);
        } catch (IOException e) {
            LOGGER.warn("the files of a layer cannot be put into '{}'", folder, e);
            throw new DeepSaltException(
                    "nothing was published: " + WriteFailure.reason(folder, "the data directory", e), e);
        }
    }
}
