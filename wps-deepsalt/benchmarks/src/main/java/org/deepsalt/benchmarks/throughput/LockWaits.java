/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.throughput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records how long threads of this JVM wait to enter monitors and locks, with JDK Flight Recorder: waits of a tenth of
 * a millisecond or more. Threads that wait for work, as those of pools do, are not counted.
 */
final class LockWaits implements AutoCloseable {
    private static final String MONITOR = "jdk.JavaMonitorEnter";
    private static final String PARK = "jdk.ThreadPark";
    private static final Duration SHORTEST = Duration.ofNanos(100_000);

    /** What a thread parks on while it waits for a condition, not for a lock. */
    private static final String CONDITION = "ConditionObject";

    private final Recording recording = new Recording();

    /** Begins to record. */
    LockWaits() {
        recording.enable(MONITOR).withThreshold(SHORTEST).withoutStackTrace();
        recording.enable(PARK).withThreshold(SHORTEST).withoutStackTrace();
        recording.start();
    }

    /** Ends the recording: seconds by the classes of the locks, all threads together. */
    Map<String, Double> seconds() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("locks-", ".jfr");
        try {
            recording.dump(file);
            Map<String, Double> waits = new TreeMap<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                String lock = lock(event);
                if (!lock.isEmpty()) {
                    waits.merge(lock, event.getDuration().toNanos() / 1e9, Double::sum);
                }
            }
            return waits;
        } finally {
            Files.delete(file);
        }
    }

    /** Class of the lock that a thread waited for; empty if it waited for something else. */
    private static String lock(RecordedEvent event) {
        boolean monitor = event.getEventType().getName().equals(MONITOR);
        RecordedClass type = event.getClass(monitor ? "monitorClass" : "parkedClass");
        String name = type == null ? "" : type.getName();
        return monitor || (name.startsWith("java.util.concurrent.locks.") && !name.contains(CONDITION)) ? name : "";
    }

    @Override
    public void close() {
        recording.close();
    }
}
