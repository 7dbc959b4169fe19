/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.world.damage.Mutator;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged inputs of every reader, by dice of fixed seeds: a reader gives values or an exception of our own with a
 * sentence for the user, in bounded time and memory. {@code -Dfuzz.reader=NAME -Dfuzz.seed=N} repeats one input,
 * {@code -Dfuzz.seconds=N} goes on for longer.
 */
@Tag("slow")
class FuzzTest {
    private static final int ROUNDS = 300;
    private static final long SECONDS_FOR_ALL = 60;
    private static final long SECONDS_FOR_ONE = 10;
    private static final long BYTES_FOR_ONE = 200_000_000;

    @TempDir
    Path folder;

    private final Map<String, List<String>> failures = new TreeMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private Thread thread;
    private ExecutorService worker = newWorker();
    private int told;
    private int read;

    @Test
    void damageIsToldInASentence() throws Exception {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(Long.getLong("fuzz.seconds", SECONDS_FOR_ALL));
        String only = System.getProperty("fuzz.reader");
        int first = Integer.getInteger("fuzz.seed", 0);
        try (Readers readers = new Readers(Files.createDirectories(folder.resolve("home")))) {
            readers.warmUp();
            Map<String, Reading> all = readers.all();
            all.keySet().removeIf(name -> only != null && !only.equals(name));
            int last = first + Integer.getInteger("fuzz.rounds", System.getProperty("fuzz.seed") == null ? ROUNDS : 1);
            for (int seed = first; seed < last && System.nanoTime() < end; seed++) {
                for (Map.Entry<String, Reading> reader : all.entrySet()) {
                    attempt(reader.getKey(), reader.getValue(), seed);
                }
            }
        } finally {
            worker.shutdownNow();
        }
        System.out.printf(
                Locale.ROOT,
                "%d damaged inputs in %.1f s: %d read, %d told, %d kinds of failures%n",
                told + read + failures.values().stream().mapToInt(List::size).sum(),
                (System.nanoTime() - start) / 1e9,
                read,
                told,
                failures.size());
        failures.forEach(
                (kind, inputs) -> System.out.println(kind + ": " + inputs.size() + ", first " + inputs.get(0)));
        assertThat(failures).isEmpty();
    }

    private void attempt(String name, Reading reading, int seed) throws Exception {
        Path place = Files.createDirectories(folder.resolve("input"));
        Future<Long> running = worker.submit(() -> measured(name, reading, seed, place));
        try {
            long bytes = running.get(SECONDS_FOR_ONE, TimeUnit.SECONDS);
            if (bytes > BYTES_FOR_ONE) {
                fail(name + " takes memory", seed, bytes + " bytes");
            } else {
                read++;
            }
        } catch (TimeoutException e) {
            fail(name + " hangs at " + where(thread.getStackTrace()), seed, "more than " + SECONDS_FOR_ONE + " s");
            worker.shutdownNow();
            worker = newWorker();
        } catch (ExecutionException e) {
            judge(name, seed, e.getCause());
        }
        Readers.clear(place);
    }

    /** Bytes that the reading thread takes. */
    private long measured(String name, Reading reading, int seed, Path place) throws Exception {
        long before = threads.getCurrentThreadAllocatedBytes();
        reading.read(new Mutator(31L * seed + name.hashCode()), place);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void judge(String name, int seed, Throwable thrown) throws IOException {
        String message = String.valueOf(thrown.getMessage());
        if (!(thrown instanceof DeepSaltException || thrown instanceof ProcessException)) {
            fail(
                    name + " throws " + thrown.getClass().getSimpleName() + " at " + where(thrown.getStackTrace()),
                    seed,
                    message);
        } else if (Messages.tellOfTheInside(message.replace(folder.resolve("input") + "/", ""))) {
            fail(name + " tells of the inside: " + Messages.shape(message), seed, message);
        } else {
            told++;
        }
    }

    private ExecutorService newWorker() {
        return Executors.newSingleThreadExecutor(work -> {
            thread = new Thread(work, "reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static String where(StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("org.deepsalt")
                    && !element.getClassName().contains(".cli.readers.")) {
                return element.toString();
            }
        }
        return trace.length == 0 ? "" : trace[0].toString();
    }

    private void fail(String kind, int seed, String what) {
        failures.computeIfAbsent(kind, key -> new ArrayList<>())
                .add("seed " + seed + ": " + what.substring(0, Math.min(300, what.length())));
    }
}
