/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.geoserver.layers.LayerFolder;
import org.deepsalt.geoserver.layers.LayerMark;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerRecord;
import org.deepsalt.processes.catalog.SeriesFolder;

/**
 * The folder of a series' files: granules with their reports, what tells GeoServer how to index them, and the index
 * that GeoServer makes. What others put there is never touched.
 *
 * @param folder absolute
 * @param layer name of the store, with which all names of granules begin
 */
public record SeriesFiles(Path folder, String layer) {
    /** In its place GeoServer keeps the index in a database; see the ImageMosaic plugin. */
    private static final String DATABASE = "datastore.properties";

    private static final String REPLACED = ".replaced";
    private static final String SAMPLE = "sample_image.dat";

    /** Makes and marks the folder of a new series, and says how it is indexed. */
    public void prepare(String mark, Map<String, byte[]> index) throws IOException {
        Files.createDirectories(folder);
        LayerMark.put(mark, folder);
        for (Map.Entry<String, byte[]> file : index.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /**
     * Moves a map and what belongs to it into the folder; a granule of that name steps aside until the end of the
     * change.
     */
    public void put(LayerFiles given, Path granule) throws IOException {
        for (Path file : filesOf(granule)) {
            moveIfThere(file, aside(file));
        }
        Files.move(given.geotiff(), granule);
        if (given.sidecar() != null) {
            Files.move(given.sidecar(), SeriesFolder.report(granule));
        }
        if (given.isoRecord() != null) {
            Files.move(given.isoRecord(), LayerRecord.of(granule));
        }
    }

    /** A granule, its report and its record, whether they are there or not. */
    private static List<Path> filesOf(Path granule) {
        return List.of(granule, SeriesFolder.report(granule), LayerRecord.of(granule));
    }

    /** Takes a granule back, or gives its place to the one that it was to replace. */
    void takeBack(Path granule, boolean replaces) throws IOException {
        for (Path file : filesOf(granule)) {
            if (!replaces) {
                Files.deleteIfExists(file);
            } else {
                moveIfThere(aside(file), file);
            }
        }
    }

    /** Deletes the granule that was replaced. */
    void forgetReplaced(Path granule) throws IOException {
        for (Path file : filesOf(granule)) {
            Files.deleteIfExists(aside(file));
        }
    }

    /** Whether the index is in the folder, and not in a database. */
    boolean hasIndexOfFiles() {
        return !Files.exists(folder.resolve(DATABASE));
    }

    /** Deletes the index, so that GeoServer makes a new one of the granules that are there. */
    void dropIndex() throws IOException {
        delete(indexNames());
    }

    /** Deletes all files of the series, and the folder if nothing of others is in it; nothing without this mark. */
    void clear(String mark) throws IOException {
        if (!LayerMark.of(folder).equals(Optional.of(mark))) {
            return;
        }
        dropIndex();
        delete(Pattern.compile("indexer\\.properties|timeregex\\.properties|" + Pattern.quote(DATABASE)));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(this::isOfGranule).toList()) {
                Files.delete(file);
            }
        }
        boolean onlyMark;
        try (Stream<Path> files = Files.list(folder)) {
            onlyMark = files.allMatch(LayerMark::isFile);
        }
        if (onlyMark) {
            LayerFolder.keepOnly("", folder, mark);
        }
    }

    private boolean isOfGranule(Path file) {
        String name = file.getFileName().toString();
        name = name.endsWith(REPLACED) ? name.substring(0, name.length() - REPLACED.length()) : name;
        name = name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
        name = name.endsWith(LayerRecord.ENDING)
                ? name.substring(0, name.length() - LayerRecord.ENDING.length()) + ".tif"
                : name;
        return Granule.of(layer, name).isPresent();
    }

    private Pattern indexNames() {
        String own = Pattern.quote(layer);
        return Pattern.compile(own + "\\.(shp|shx|dbf|prj|fix|qix|cpg|properties|xml)|(" + own + ")?" + SAMPLE);
    }

    private void delete(Pattern names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (names.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + REPLACED);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
