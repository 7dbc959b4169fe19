/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;

/**
 * A folder that is filled beside its target under a temporary name and takes the target's name once it is whole, so
 * that a failure leaves nothing.
 */
final class StagingFolder implements AutoCloseable {
    private final Path target;
    private final Path staging;

    /**
     * Makes the temporary folder.
     *
     * @throws DeepSaltException if the target is a file or holds anything
     */
    StagingFolder(Path folder) throws IOException {
        target = folder.toAbsolutePath().normalize();
        requireFree(target);
        Files.createDirectories(target.getParent());
        staging = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
        Files.createDirectory(staging);
    }

    private static void requireFree(Path target) throws IOException {
        if (target.getFileName() == null) {
            throw new DeepSaltException("the world's folder is '" + target + "', the root of a file system: name a"
                    + " folder that does not exist yet");
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new DeepSaltException(
                    "the world's folder '" + target + "' is a file: name a folder that does not" + " exist yet");
        }
        if (Files.isDirectory(target) && !isEmpty(target)) {
            throw new DeepSaltException("the world's folder '" + target + "' is not empty, and nothing in it shall be"
                    + " overwritten: name another folder, or delete this one first");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    Path path() {
        return staging;
    }

    /** Gives the folder the name of its target. */
    Path commit() throws IOException {
        requireFree(target);
        Files.deleteIfExists(target);
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    /** Deletes what was not committed. */
    @Override
    public void close() throws IOException {
        if (Files.exists(staging)) {
            Files.walkFileTree(staging, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
