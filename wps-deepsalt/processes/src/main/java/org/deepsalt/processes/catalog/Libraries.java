/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;

/** The laboratory libraries of a host: CSV files of a folder, named by what stands before {@code .csv}. Thread-safe. */
public final class Libraries {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final List<String> ENDINGS = List.of(".csv.gz", ".csv");

    private final Path folder;

    /** @param folder which need not exist */
    public Libraries(Path folder) {
        this.folder = folder;
    }

    /**
     * The file of a library.
     *
     * @throws DeepSaltException naming the libraries that there are, if this one is not among them
     */
    public Path file(String id) {
        if (ID.matcher(id).matches()) {
            for (String ending : ENDINGS) {
                Path file = folder.resolve(id + ending);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new DeepSaltException("there is no library '" + id + "', there are " + ids()
                + ": name one of them, or put a CSV file into deepsalt/libraries of the data directory");
    }

    private List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DeepSaltException("the folder of libraries cannot be listed: " + e.getMessage(), e);
        }
    }
}
