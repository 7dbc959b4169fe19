/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.LayerInfoBuilder;
import org.deepsalt.demohost.catalog.RasterFile;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.publish.LayerPlace.Kind;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerRecord;
import org.deepsalt.processes.catalog.SeriesFolder;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;

/**
 * Adds maps to series, or replaces them, all or nothing, also if the process is killed on the way: see {@link
 * FileMoves}. The files are those from which a GeoServer makes an ImageMosaic with a time dimension. Thread-safe;
 * several processes may publish into one data directory.
 */
public final class SeriesPublisher {
    private final Catalog catalog;
    private final DataDirectory directory;

    /** Prepares publishing; a {@link Publisher} of the same catalog has cleared away what a crash left behind. */
    public SeriesPublisher(Catalog catalog) {
        this.catalog = catalog;
        this.directory = new DataDirectory(catalog.dataDirectory());
    }

    /**
     * Checks before long work that its result can be added to a series.
     *
     * @param content of the result; null while it is not known
     * @throws InvalidRequestException with everything that is in the way
     */
    public void require(NewLayer series, SeriesTarget.@Nullable Content content) {
        LayerPlace place = new LayerPlace(catalog, directory, series);
        Problems problems = place.checkNames();
        if (!problems.any()) {
            Optional<SeriesLayer> existing = existing(place, problems);
            if (content != null && existing.isPresent()) {
                checkContent(existing.get(), content, problems);
            }
        }
        problems.throwIfAny();
    }

    /**
     * Adds a finished GeoTIFF to a series. If the request is refused, the files stay where they are; else they are
     * moved into the data directory.
     *
     * @param titleChosen whether the title shall be that of a series that exists, too
     * @param styleChosen as the title
     * @param given the GeoTIFF and what belongs to it
     * @return where the GeoTIFF is now
     * @throws InvalidRequestException with everything that is wrong with the request
     * @throws DeepSaltException if it could not be added: the series is as it was, and the files are gone
     */
    public Path add(NewLayer series, boolean titleChosen, boolean styleChosen, LayerFiles given, Granule granule) {
        Path geotiff = given.geotiff();
        LayerPlace place = new LayerPlace(catalog, directory, series);
        Problems problems = place.checkNames();
        SeriesTarget.Content content = problems.attempt(() -> content(geotiff));
        problems.throwIfAny();
        Path target = place.data().resolve(granule.fileName(series.name()));
        LayerPlace.locked(directory, "added", () -> {
            // Another process may have added some, or have been killed while it did.
            Staging.sweep(directory);
            catalog.reload();
            Optional<SeriesLayer> existing = existing(place, problems);
            existing.ifPresent(known -> checkContent(known, problems.require(content), problems));
            problems.throwIfAny();
            LayerInfo info = info(series, existing.map(SeriesLayer::info), titleChosen, styleChosen, given);
            FileMoves moves = FileMoves.begin(directory.staging().resolve(LayerFiles.mark()), directory.root());
            try {
                collect(place, info, existing, given, granule, moves);
                moves.commit();
            } finally {
                moves.abandon();
            }
            catalog.reload();
        });
        return target;
    }

    private static SeriesTarget.Content content(Path geotiff) {
        TiffFile.open(geotiff).requireWhole();
        RasterFile file = RasterFile.open(geotiff);
        return new SeriesTarget.Content(
                file.grid().requireCrs("belongs to no series"),
                file.bands().stream().map(BandInfo::name).toList(),
                file.bands().get(0).unit());
    }

    /** The series as it is; empty if there is none, or a problem. */
    private Optional<SeriesLayer> existing(LayerPlace place, Problems problems) {
        Kind kind = place.kind();
        if (kind == Kind.NOTHING) {
            return Optional.empty();
        } else if (kind != Kind.SERIES) {
            place.refuse(kind, problems);
            return Optional.empty();
        }
        String name = place.wanted().prefixedName();
        if (!(catalog.find(name).orElse(null) instanceof SeriesLayer series)) {
            problems.add("series '" + name + "' is disabled or cannot be read: the server's log says why");
            return Optional.empty();
        }
        return Optional.of(series);
    }

    private static void checkContent(SeriesLayer series, SeriesTarget.Content content, Problems problems) {
        RasterLayer newest = series.newest();
        String name = series.prefixedName();
        if (!CRS.equalsIgnoreMetadata(series.crs(), content.crs())) {
            problems.add("series '" + name + "' is in " + newest.grid().crsName() + ", the map in "
                    + content.crs().getName().getCode()
                    + ": add it to another series, one for each UTM zone, which a client can show one above the other");
        }
        List<String> bands = newest.bands().stream().map(BandInfo::name).toList();
        if (!bands.equals(content.bandNames())) {
            problems.add("series '" + name + "' has the bands " + String.join(", ", bands) + ", the map "
                    + String.join(", ", content.bandNames())
                    + ": add it to another series, one for each property that is estimated");
        }
        String unit = newest.bands().get(0).unit();
        if (!unit.equals(content.unit())) {
            problems.add("series '" + name + "' is in " + unit + ", the map in " + content.unit()
                    + ": add it to another series");
        }
    }

    private static LayerInfo info(
            NewLayer wanted, Optional<LayerInfo> existing, boolean titleChosen, boolean styleChosen, LayerFiles given) {
        LayerInfo fresh = wanted.info(RecordLink.ofSeries(wanted, given, existing));
        if (existing.isEmpty()) {
            return fresh;
        }
        LayerInfoBuilder kept = LayerInfoBuilder.builder(existing.get()).links(fresh.links());
        if (titleChosen) {
            kept.title(fresh.title());
        }
        if (styleChosen) {
            kept.defaultStyle(fresh.defaultStyle()).styles(fresh.styles());
        }
        return kept.build();
    }

    private void collect(
            LayerPlace place,
            LayerInfo info,
            Optional<SeriesLayer> existing,
            LayerFiles given,
            Granule granule,
            FileMoves moves)
            throws IOException {
        RasterLayer map = RasterLayer.of(info, RasterFile.open(given.geotiff()));
        Path target = place.data().resolve(granule.fileName(info.name()));
        Files.move(given.geotiff(), moves.collect(target));
        if (given.sidecar() != null) {
            Files.move(given.sidecar(), moves.collect(SeriesFolder.report(target)));
        }
        if (given.isoRecord() != null) {
            Files.move(given.isoRecord(), moves.collect(LayerRecord.of(target)));
        }
        Map<Path, byte[]> texts = new TreeMap<>();
        SeriesFolder.properties(info.name())
                .forEach((name, text) -> texts.put(place.data().resolve(name), text));
        for (Map.Entry<Path, byte[]> text : texts.entrySet()) {
            if (!Files.exists(text.getKey())) {
                Files.write(moves.collect(text.getKey()), text.getValue());
            }
        }
        SeriesLayer series = existing.map(known -> known.renamed(info))
                .map(known -> known.with(granule, map))
                .orElseGet(() -> SeriesLayer.of(info, place.data(), Map.of(granule, map)));
        CoverageFiles files = CoverageFiles.identify(
                directory.workspace(info.workspace()),
                Files.exists(place.store()) ? place.store() : null,
                LayerFiles.mark());
        for (Map.Entry<String, byte[]> file :
                files.contents(series, directory.address(place.data())).entrySet()) {
            Files.write(moves.collect(place.store().resolve(file.getKey())), file.getValue());
        }
    }
}
