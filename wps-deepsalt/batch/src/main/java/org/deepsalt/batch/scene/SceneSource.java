/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.store.Hash;

/**
 * A scene that was found.
 *
 * @param name of the product, without the endings of its files
 * @param path to be opened: an image, METADATA.XML without one, or an archive; absolute
 * @param files all that an estimation may read of it, in alphabetical order
 * @param bytes of all files
 * @param fingerprint a hash of paths, sizes and times of the files: as long as it stays, nobody need read them again
 */
public record SceneSource(String name, Path path, List<Path> files, long bytes, String fingerprint) {
    public SceneSource {
        files = List.copyOf(files);
    }

    static SceneSource of(String name, Path path, List<Path> files) {
        StringBuilder state = new StringBuilder();
        long bytes = 0;
        try {
            for (Path file : files) {
                BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
                bytes += known.size();
                state.append(file)
                        .append('\n')
                        .append(known.size())
                        .append(' ')
                        .append(known.lastModifiedTime())
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SceneSource(name, path, files, bytes, Hash.ofText(state.toString()));
    }

    /** SHA-256 of what the files hold and of the ends of their names, wherever they lie. */
    public String contentHash(Progress progress) {
        StringBuilder contents = new StringBuilder();
        for (Path file : files) {
            String fileName = file.getFileName().toString();
            String role = fileName.startsWith(name) ? fileName.substring(name.length()) : fileName;
            contents.append(role).append(' ').append(Hash.of(file, progress)).append('\n');
        }
        return Hash.ofText(contents.toString());
    }
}
