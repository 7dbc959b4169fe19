/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jspecify.annotations.Nullable;

/** Keeps what was read of files that have not changed since, so that a reload is cheap. Thread-safe. */
final class RasterFiles {
    private record Known(
            long size, FileTime modified, @Nullable CoordinateReferenceSystem declared, RasterFile file) {}

    private final Map<Path, Known> known = new ConcurrentHashMap<>();
    private final Map<Path, ReferencedEnvelope> places = new ConcurrentHashMap<>();

    RasterFile open(Path path, @Nullable CoordinateReferenceSystem declared) {
        long size;
        FileTime modified;
        try {
            size = Files.size(path);
            modified = Files.getLastModifiedTime(path);
        } catch (IOException e) {
            known.remove(path);
            throw new DeepSaltException("there is no file '" + path + "'", e);
        }
        Known before = known.get(path);
        if (before != null && before.size == size && before.modified.equals(modified) && before.declared == declared) {
            return before.file;
        }
        RasterFile file = RasterFile.open(path, declared);
        places.remove(path);
        known.put(path, new Known(size, modified, declared, file));
        return file;
    }

    /** Longitudes and latitudes of a file that was opened here: of a series' thousand files they take a while. */
    ReferencedEnvelope geographic(RasterFile file) {
        return places.computeIfAbsent(
                file.path(), path -> Crs.geographic(file.grid().bounds()));
    }

    /** Forgets files that no layer uses any more. */
    void keepOnly(java.util.Collection<Path> paths) {
        Set<Path> kept = new HashSet<>(paths);
        known.keySet().retainAll(kept);
        places.keySet().retainAll(kept);
    }
}
