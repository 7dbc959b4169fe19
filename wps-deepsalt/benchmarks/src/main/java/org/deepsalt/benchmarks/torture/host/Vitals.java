/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Resident memory, file descriptors and threads of a process over time, as Linux tells them; elsewhere nothing is
 * known. Samples once a second while it runs. Thread-safe.
 */
public final class Vitals implements Runnable {
    private static final double MOST_CHANGE = 0.05;
    private static final double TENTH_MINUTE = 600;

    private final long pid;
    private final long start = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(double second, double residentBytes, double descriptors, double threads) {}

    /** Watches a process. */
    public Vitals(long pid) {
        this.pid = pid;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sample().ifPresent(this::add);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(Sample sample) {
        samples.add(sample);
    }

    private Optional<Sample> sample() {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"));
                Stream<Path> threads = Files.list(process.resolve("task"))) {
            String resident = Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst()
                    .orElse("0");
            double second = (System.nanoTime() - start) / 1e9;
            return Optional.of(
                    new Sample(second, 1024 * Double.parseDouble(resident), (double) descriptors.count(), (double)
                            threads.count()));
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /**
     * How things changed from the minute around the tenth, or from a sixth of a shorter time, to the last.
     *
     * @param sentence what to say of each quantity
     * @param complaint what to say where one grew by more than a twentieth in twenty minutes or more
     */
    public synchronized void tell(Consumer<String> sentence, Consumer<String> complaint) {
        if (samples.size() < 10) {
            return;
        }
        double end = samples.get(samples.size() - 1).second;
        boolean judged = end >= 2 * TENTH_MINUTE;
        double from = judged ? TENTH_MINUTE : end / 6;
        double width = Math.min(60, end / 6);
        tell(
                "resident memory, MB",
                sample -> sample.residentBytes / 1e6,
                from,
                width,
                end,
                judged,
                sentence,
                complaint);
        tell("file descriptors", Sample::descriptors, from, width, end, judged, sentence, complaint);
        tell("threads", Sample::threads, from, width, end, judged, sentence, complaint);
    }

    private void tell(
            String quantity,
            ToDoubleFunction<Sample> of,
            double from,
            double width,
            double end,
            boolean judged,
            Consumer<String> sentence,
            Consumer<String> complaint) {
        double before = median(of, from, from + width);
        double after = median(of, end - width, end);
        double change = after / before - 1;
        double peak = samples.stream().mapToDouble(of).max().orElse(0);
        String text = String.format(
                Locale.ROOT,
                "%s: %.0f at minute %.1f, %.0f at the end (minute %.1f), %+.1f %%, at most %.0f",
                quantity,
                before,
                from / 60,
                after,
                end / 60,
                100 * change,
                peak);
        sentence.accept(text);
        if (judged && change > MOST_CHANGE) {
            complaint.accept(text);
        }
    }

    private double median(ToDoubleFunction<Sample> of, double from, double to) {
        double[] values = samples.stream()
                .filter(sample -> sample.second >= from && sample.second <= to)
                .mapToDouble(of)
                .sorted()
                .toArray();
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }
}
