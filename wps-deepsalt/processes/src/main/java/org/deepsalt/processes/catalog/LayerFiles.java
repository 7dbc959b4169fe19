/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a new layer and where publishing puts them: in a folder of the layer's own, with names that begin with
 * the layer's and a mark. Every publication has another mark, so that the files of an old and of a new state lie side
 * by side and are told apart by their names alone. Immutable.
 *
 * @param geotiff the image
 * @param sidecar JSON document to lie beside the image, null for none
 * @param isoRecord ISO 19139 record to lie beside the image, null for none
 * @param companions files that readers of the image find by the ends of their names, such as METADATA.XML; with any,
 *     they and the image keep their names behind the layer's
 */
public record LayerFiles(
        Path geotiff, @Nullable Path sidecar, @Nullable Path isoRecord, List<Path> companions) {
    private static final int MARK = 12;
    private static final Pattern STATE = Pattern.compile("(.+-[0-9a-f]{" + MARK + "})[.-].*");

    public LayerFiles {
        companions = List.copyOf(companions);
    }

    /** The files of an image without a record. */
    public LayerFiles(Path geotiff, @Nullable Path sidecar, List<Path> companions) {
        this(geotiff, sidecar, null, companions);
    }

    /** The files of a result that is to be published. */
    public static LayerFiles of(Publication wanted) {
        return new LayerFiles(wanted.geoTiff(), wanted.report(), wanted.isoRecord(), wanted.companions());
    }

    /** A mark that no other publication has. */
    public static String mark() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, MARK);
    }

    /** The image's new path. */
    public Path image(Path folder, String layer, String mark) {
        return named(folder, layer, mark, companions.isEmpty() ? ".tif" : "-" + geotiff.getFileName());
    }

    /** New paths of all files by their present ones. */
    public Map<Path, Path> moves(Path folder, String layer, String mark) {
        Map<Path, Path> moves = new LinkedHashMap<>();
        moves.put(geotiff, image(folder, layer, mark));
        if (sidecar != null) {
            moves.put(sidecar, named(folder, layer, mark, ".json"));
        }
        if (isoRecord != null) {
            moves.put(isoRecord, LayerRecord.of(image(folder, layer, mark)));
        }
        for (Path companion : companions) {
            moves.put(companion, named(folder, layer, mark, "-" + companion.getFileName()));
        }
        return moves;
    }

    private static Path named(Path folder, String layer, String mark, String ending) {
        return folder.resolve(layer + "-" + mark + ending);
    }

    /** Whether a file has a name that was given here. */
    public static boolean isState(Path file) {
        return STATE.matcher(file.getFileName().toString()).matches();
    }

    /**
     * Which state of a layer a file belongs to: its name up to the mark; for names that were not given here, all before
     * the last dot.
     */
    public static String state(Path file) {
        String name = file.getFileName().toString();
        Matcher ours = STATE.matcher(name);
        return ours.matches() ? ours.group(1) : name.replaceFirst("\\.[^.]*$", "");
    }
}
