/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.FolderLock;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.processes.records.StacItem;
import org.jspecify.annotations.Nullable;

/**
 * Results on a disk that any number of processes and machines may share: each in a folder named after its key, valid
 * once its record is there, which is written last. A result is never changed. Thread-safe.
 */
public final class ResultStore {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = "job.json";
    private static final String RESULTS = "results";
    private static final String ATTEMPTS = ".attempts";
    private static final String ALIVE = "alive";

    private final Path out;

    /** Opens a folder of results, which need not exist yet. */
    public ResultStore(Path out) {
        this.out = out;
    }

    /** The result of a key, if it is finished. */
    public Optional<JobRecord> find(String key) {
        Path record = folder(key).resolve(RECORD);
        try {
            return Files.isRegularFile(record)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(record), JobRecord.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new DeepSaltException(
                    "the record of result " + key + " cannot be read: " + e.getMessage()
                            + "; delete its folder to have it computed anew",
                    e);
        }
    }

    Path folder(String key) {
        return out.resolve(RESULTS).resolve(key.substring(0, 2)).resolve(key);
    }

    /** Path of a result's file as records tell it: relative to the folder of results, with slashes. */
    String told(String key, Path file) {
        return RESULTS + "/" + key.substring(0, 2) + "/" + key + "/" + file.getFileName();
    }

    /** The link from the STAC item of a key to its scene; see {@link SceneLink}. */
    Optional<StacItem.Source> link(SceneSource scene, String key) throws IOException {
        return SceneLink.of(scene, folder(key), out);
    }

    /** A folder of one attempt's own, for a scene's unpacked files and its result. */
    Attempt begin(String key) {
        try (FolderLock lock = FolderLock.acquire(attempts())) {
            Path place = Files.createDirectory(attempts().resolve(key + "-" + UUID.randomUUID()));
            return new Attempt(this, key, place, hold(place));
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Deletes what attempts have left whose process is gone. */
    public void sweep() {
        sweep("");
    }

    /**
     * Deletes what attempts at a result have left whose process is gone.
     *
     * @param key all results if it is empty
     * @return how many they were
     */
    int sweep(String key) {
        int dead = 0;
        try (FolderLock lock = FolderLock.acquire(attempts())) {
            for (Path place : list(attempts())) {
                if (place.getFileName().toString().startsWith(key) && isSwept(place)) {
                    dead++;
                }
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
        return dead;
    }

    private static boolean isSwept(Path place) throws IOException {
        try (FileChannel alive = hold(place);
                @Nullable FileLock free = alive.tryLock()) {
            if (free != null) {
                Folders.delete(place);
            }
            return free != null;
        } catch (OverlappingFileLockException e) {
            // An attempt of this very process is going on.
            return false;
        }
    }

    private static FileChannel hold(Path place) throws IOException {
        return FileChannel.open(place.resolve(ALIVE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    /**
     * Makes an attempt's result the result, unless another attempt was faster: then that one stays.
     *
     * @param made folder with the result's files, which are on the disk already
     * @return the record that counts
     */
    JobRecord commit(String key, Path made, JobRecord record) throws IOException {
        Path place = folder(key);
        Files.createDirectories(place.resolveSibling(""));
        try (FolderLock lock = FolderLock.acquire(attempts())) {
            Optional<JobRecord> faster = find(key);
            if (faster.isPresent()) {
                return faster.get().found();
            }
            // Files without a record are what a kill between the next two steps leaves.
            Folders.delete(place);
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
            Path written = place.resolve(RECORD + ".part");
            Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(record));
            Sync.file(written);
            Files.move(written, place.resolve(RECORD), StandardCopyOption.ATOMIC_MOVE);
            Sync.folder(place);
            Sync.folder(place.resolveSibling(""));
        }
        return record;
    }

    DeepSaltException unwritten(IOException e) {
        return new DeepSaltException(
                "no result was written: " + WriteFailure.reason(out, "the folder of results", e), e);
    }

    private Path attempts() {
        return out.resolve(ATTEMPTS);
    }
}
