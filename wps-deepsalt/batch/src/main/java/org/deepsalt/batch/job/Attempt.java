/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.model.files.Folders;

/**
 * One attempt at a result: a folder that goes when this is closed, or at the next start of anybody if the process dies
 * before. Not thread-safe.
 */
final class Attempt implements AutoCloseable {
    private final ResultStore store;
    private final String key;
    private final Path place;
    private final FileChannel alive;

    /** @param alive a file that stays locked as long as this process lives; closed here */
    Attempt(ResultStore store, String key, Path place, FileChannel alive) throws IOException {
        this.store = store;
        this.key = key;
        this.place = place;
        this.alive = alive;
        alive.lock();
        Files.createDirectory(files());
        Files.createDirectory(scratch());
    }

    /** Folder of what shall be the result. */
    Path files() {
        return place.resolve("result");
    }

    /** Folder of what is needed meanwhile. */
    Path scratch() {
        return place.resolve("scratch");
    }

    /** Puts the files on the disk and makes them the result; see {@link ResultStore#commit}. */
    JobRecord commit(JobRecord record) throws IOException {
        for (Path file : list()) {
            Sync.file(file);
        }
        Sync.folder(files());
        return store.commit(key, files(), record);
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(files())) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Folders.delete(place);
        } finally {
            alive.close();
        }
    }
}
