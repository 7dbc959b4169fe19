/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.layers.AdminScope;
import org.deepsalt.geoserver.layers.LayerKind;
import org.deepsalt.geoserver.layers.LayerMark;
import org.deepsalt.geoserver.layers.OwnLayer;
import org.deepsalt.geoserver.layers.OwnLayers;
import org.deepsalt.geoserver.layers.Target;
import org.deepsalt.geoserver.layers.Targets;
import org.deepsalt.geoserver.series.SeriesContent;
import org.deepsalt.geoserver.series.SeriesFiles;
import org.deepsalt.geoserver.series.SeriesIndex;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.geoserver.catalog.Catalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds maps to series, each an ImageMosaic with a dimension of time: a map is in the folder, in the index and in the
 * layer, or it is in none of them, and the maps that are there stay whatever fails. Thread-safe: one publication at a
 * time.
 */
public final class SeriesPublisher {
    private static final Logger LOGGER = LoggerFactory.getLogger(SeriesPublisher.class);

    private final Catalog raw;
    private final Targets targets;
    private final Journal journal;
    private final SettingsFile settings;

    /**
     * A publisher.
     *
     * @param catalog the secured one, which shows callers what they may see
     * @param raw the one that is changed once the caller's rights have been checked
     * @param journal the same as that of other publishers
     */
    public SeriesPublisher(Catalog catalog, Catalog raw, AccessRights rights, SettingsFile settings, Journal journal) {
        this.raw = raw;
        this.settings = settings;
        this.targets = new Targets(catalog, new OwnLayers(raw), rights, settings);
        this.journal = journal;
    }

    /**
     * Checks before long work that its result can be added.
     *
     * @throws DeepSaltException with everything that is in the way
     */
    public void require(SeriesTarget wanted) {
        SeriesIndex.requireDaysOfUtc(settings.seriesIndex());
        Target target = targets.findSeries(wanted.series(), wanted.style());
        if (wanted.content() != null) {
            SeriesContent.require(target, wanted.content());
        }
    }

    /**
     * Adds a map, or replaces that of the same time and key.
     *
     * @throws DeepSaltException if that failed; the series is as it was
     */
    public Publication.Published add(Publication wanted, Granule granule) {
        synchronized (journal) {
            require(new SeriesTarget(wanted.layer(), wanted.style(), SeriesContent.of(wanted.geoTiff())));
            Target target = targets.findSeries(wanted.layer(), wanted.style());
            return add(wanted, granule, target);
        }
    }

    private Publication.Published add(Publication wanted, Granule granule, Target target) {
        GdalMetadata tags = TiffFile.open(wanted.geoTiff()).gdalMetadata();
        String layer = target.store().local();
        SeriesFiles files = new SeriesFiles(target.folder(), layer);
        Path file = target.folder().resolve(granule.fileName(layer));
        String mark = target.existing()
                .flatMap(own -> LayerMark.of(own.store()))
                .or(() -> LayerMark.of(target.folder()))
                .orElseGet(LayerMark::make);
        try (AdminScope scope = AdminScope.open(target.workspace());
                Journal.Entry entry = journal.beginGranule(target.store(), file, mark, Files.exists(file))) {
            if (target.existing().isEmpty()) {
                files.prepare(mark, SeriesIndex.files(layer, settings.seriesIndex()));
            }
            files.put(LayerFiles.of(wanted), file);
            if (target.existing().isPresent()) {
                SeriesIndex.add(target.existing().get().store(), file);
            }
            new LayerEntry(raw, target, mark, LayerKind.SERIES).put(wanted, tags, settings.url(target.folder()));
            entry.succeeded(file);
            TileCache.forget(target.name().prefixed());
            String remark = target.existing().map(OwnLayer::remark).orElse("");
            return new Publication.Published(target.name().prefixed(), file, remark);
        } catch (IOException e) {
            LOGGER.warn("a map cannot be added to '{}'", target.folder(), e);
            throw new DeepSaltException(
                    "nothing was published: " + WriteFailure.reason(target.folder(), "the data directory", e), e);
        }
    }
}
