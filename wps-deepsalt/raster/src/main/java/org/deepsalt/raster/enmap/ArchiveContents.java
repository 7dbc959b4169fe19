/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;

/**
 * Which files of an archive a scene needs: those of one product, or else the one ZIP in which it lies, as the provider
 * delivers it. Names in the archive are looked at and never become paths on this machine. Not thread-safe.
 */
final class ArchiveContents {
    /** Under which the archive inside an archive comes out; no file of a product is called so. */
    static final String INNER = "inner.archive";

    private final String archive;
    private final ArchiveLimits limits;
    private final Map<String, String> wanted = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final List<String> archives = new ArrayList<>();
    private long entries;

    /** @param archive its name in messages */
    ArchiveContents(String archive, ArchiveLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    /**
     * Takes note of an entry.
     *
     * @param size unpacked, as the archive tells it; less than 0 if it does not
     */
    void add(String name, boolean isFile, long size) {
        if (++entries > limits.entries()) {
            throw refused("holds more than " + limits.entries() + " files");
        }
        String path = name.replace('\\', '/');
        requireInside(path);
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        // macOS puts a shadow of each file, of the same name but for the beginning, into its archives.
        if (!isFile || fileName.startsWith("._")) {
            return;
        }
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            archives.add(name);
            sizes.put(name, Math.max(0, size));
        }
        Optional<String> plain = EnmapProduct.plainName(fileName);
        if (plain.isPresent()) {
            if (wanted.containsValue(plain.get())) {
                throw refused("holds several files named *" + plain.get() + ", wanted one product");
            }
            wanted.put(name, plain.get());
            sizes.put(name, Math.max(0, size));
        }
    }

    private void requireInside(String path) {
        boolean drive = path.length() > 1 && path.charAt(1) == ':';
        if (path.startsWith("/") || drive || List.of(path.split("/", -1)).contains("..")) {
            throw refused("holds a file named '" + path + "', which leads out of it");
        }
    }

    /**
     * The entries to unpack and the names under which they come out: a product's files, or one archive as {@link
     * #INNER}.
     *
     * @throws DeepSaltException if there is neither, or several
     */
    Map<String, String> wanted() {
        if (wanted.containsValue(EnmapProduct.PLAIN_IMAGE)) {
            return wanted;
        }
        if (archives.isEmpty()) {
            throw refused("holds no file named *" + EnmapProduct.PLAIN_IMAGE);
        }
        if (archives.size() > 1) {
            throw new DeepSaltException("archive '" + archive + "' is refused: it holds "
                    + archives.size() + " ZIPs, such as '" + archives.get(0) + "' and '" + archives.get(1)
                    + "', wanted one product: unpack it and give one of them");
        }
        return Map.of(archives.get(0), INNER);
    }

    /** Bytes that come out, as the archive tells. */
    long declared() {
        return wanted().keySet().stream().mapToLong(sizes::get).sum();
    }

    /** @throws DeepSaltException if what comes out is larger than the limits or the room on the disk */
    void requireRoom(Path folder) throws IOException {
        long size = declared();
        if (size > limits.bytes()) {
            throw refused("unpacks to " + size + " bytes, wanted at most " + limits.bytes());
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (size > free) {
            throw new DeepSaltException("'" + archive + "' unpacks to " + size + " bytes but the disk has " + free
                    + " left: make room, or unpack the product yourself");
        }
    }

    DeepSaltException refused(String why) {
        return new DeepSaltException("archive '" + archive + "' is refused: it " + why
                + "; give the archive of one EnMAP L2A product as delivered, or its folder");
    }

    DeepSaltException packed(String what) {
        return new DeepSaltException("archive '" + archive + "' is not read: " + what
                + ", wanted files that are stored or deflated: unpack it and give the product's folder");
    }

    DeepSaltException damaged(String what) {
        return new DeepSaltException("archive '" + archive + "' is damaged: " + what + "; copy or download it again");
    }
}
