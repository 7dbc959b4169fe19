/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How much of a disk the outputs of all executions may take together. Stateless, thread-safe. */
record ResultSpace(long most) {
    /**
     * Which executions must go so that the others fit: those that ended first, never one whose outputs are being sent,
     * and not the one that has just ended.
     */
    List<Execution> makeRoom(Collection<Execution> all, Execution newest) {
        List<Execution> finished = new ArrayList<>(all);
        finished.removeIf(one -> !one.isFinished());
        finished.sort(Comparator.comparing(one -> one.state().since()));
        long taken = finished.stream().mapToLong(Execution::bytes).sum();
        List<Execution> leaving = new ArrayList<>();
        for (Execution one : finished) {
            if (taken > most && one != newest && one.bytes() > 0 && !one.isRead()) {
                taken -= one.bytes();
                leaving.add(one);
            }
        }
        return leaving;
    }

    /** Bytes of the files in the folder of an execution. */
    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
