/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;

/**
 * The layout of a GeoServer data directory: where its workspaces, stores, styles and data files are. Immutable.
 *
 * @param root absolute path of the directory
 */
public record DataDirectory(Path root) {
    /** File of a raster store in the folder of its name. */
    public static final String STORE_FILE = "coveragestore.xml";
    /** File of a raster layer's data in a folder of the store. */
    public static final String COVERAGE_FILE = "coverage.xml";
    /** File of a layer, beside that of its data. */
    public static final String LAYER_FILE = "layer.xml";

    private static final String FILE_SCHEME = "file:";

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new DeepSaltException("there is no data directory '" + root + "'");
        }
    }

    Path workspaces() {
        return root.resolve("workspaces");
    }

    /** Folder of a workspace. */
    public Path workspace(String name) {
        return workspaces().resolve(name);
    }

    /** Folder of a layer that was published here, and of its store. */
    public Path store(String workspace, String name) {
        return workspace(workspace).resolve(name);
    }

    /** Folder of the files of a layer that was published here. */
    public Path data(String workspace, String name) {
        return root.resolve("data").resolve(workspace).resolve(name);
    }

    Path styles() {
        return root.resolve("styles");
    }

    /** Folder for publications in progress. GeoServer does not look there. */
    public Path staging() {
        return root.resolve("temp").resolve("deepsalt-publish");
    }

    /** The file of an address such as {@code file:data/ece.tif}, which is relative to the directory. */
    public Path resolve(String address) {
        if (!address.startsWith(FILE_SCHEME)) {
            throw new DeepSaltException("the data are at '" + address + "'; this host reads files only (file:...)");
        }
        String path = address.substring(FILE_SCHEME.length()).replaceFirst("^/{2,}", "/");
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return root.resolve(decoded).normalize();
        } catch (IllegalArgumentException e) {
            // A lonely % or, once decoded, a character that no path has.
            throw new DeepSaltException(
                    "the data are at '" + printable(address) + "', which is no address of a file: write % as %25", e);
        }
    }

    private static String printable(String address) {
        return address.replaceAll("\\p{Cntrl}", "?");
    }

    /** The address of a file below the directory. */
    public String address(Path file) {
        return FILE_SCHEME + root.relativize(file).toString().replace('\\', '/');
    }

    /** Lists a folder, sorted by name; empty if there is no such folder. */
    public static List<Path> list(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new DeepSaltException("folder '" + folder.getFileName() + "' cannot be listed: check its rights", e);
        }
    }
}
