/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;
import org.deepsalt.benchmarks.torture.host.DirectoryCheck;
import org.deepsalt.benchmarks.torture.host.HostProcess;

/**
 * Kills a host in the middle of what it does, starts it again, and looks at what is there: every layer in its old or in
 * its new state and whole, every model whole, nothing else. Not thread-safe.
 */
public final class Kills implements AutoCloseable {
    private static final long LONGEST_START_SECONDS = 60;
    private static final double PUBLICATION = 0.8;
    private static final double BEYOND = 1.1;
    private static final double LONGER = 1.5;

    private final HostProcess host;
    private final Findings findings;
    private final List<Deed> deeds;
    private final Map<String, Long> usual = new LinkedHashMap<>();
    private final ExecutorService client = Executors.newSingleThreadExecutor();
    private Map<String, String> known;

    /** Prepares kills of a host. */
    public Kills(HostProcess host, String model, Findings findings) {
        this.host = host;
        this.findings = findings;
        this.deeds = Deed.all(model);
        this.known = DirectoryCheck.published(host.data());
    }

    /**
     * Kills until a time, the first time after undisturbed runs that show how long all takes and what
     * layers can be.
     *
     * @param first seed of the first kill
     * @param most number of them
     * @param end of {@link System#nanoTime}
     * @return seed of the next kill
     */
    public long run(long first, int most, long end) throws IOException, InterruptedException {
        if (usual.isEmpty()) {
            for (Deed deed : deeds) {
                measure(deed, first);
            }
        }
        long seed = first;
        while (seed < first + most && System.nanoTime() < end) {
            once(seed++);
        }
        return seed;
    }

    /** Undisturbed runs, from which the first time of a kill and the states of layers are taken. */
    private void measure(Deed deed, long seed) {
        for (int repeat = 0; repeat < (deed.layers().isEmpty() ? 1 : 2); repeat++) {
            Answer answer = target().patient(deed.request(repeat));
            usual.put(deed.name(), answer.nanos());
            if (answer.isRefusal()) {
                violation(deed, seed, "does not work even undisturbed: " + answer.text(), answer.request());
            }
            remember(deed, DirectoryCheck.published(host.data()));
        }
    }

    private void once(long seed) throws IOException, InterruptedException {
        Random dice = Dice.of(seed);
        Deed deed = deeds.get(dice.nextInt(deeds.size()));
        long whole = usual.getOrDefault(deed.name(), 0L);
        // Half of the kills meet the last fifth, in which layers and models appear.
        double share = dice.nextBoolean()
                ? BEYOND * dice.nextDouble()
                : PUBLICATION + (BEYOND - PUBLICATION) * dice.nextDouble();
        String request = deed.request(dice.nextLong() >>> 1);
        Target target = target();
        CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> target.patient(request), client);
        TimeUnit.NANOSECONDS.sleep((long) (share * whole));
        host.kill();
        boolean done = isDone(asked, deed, share);
        long start = host.restart();
        findings.count("kills, " + deed.name(), done ? "after its end" : "before its end", start);
        if (start > TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS)) {
            violation(deed, seed, "the next start took " + start / 1_000_000_000 + " s", request);
        }
        check(deed, seed, request, done);
    }

    /**
     * Whether the host had answered before it was killed. What is learned from it of the time that the deed takes now
     * serves the next kill: a host that has just started is slower than the one that was measured, and so is one beside
     * others.
     */
    private boolean isDone(CompletableFuture<Answer> asked, Deed deed, double share) throws InterruptedException {
        boolean done = false;
        try {
            Answer answer = asked.get();
            done = answer.status() == 200;
            if (done) {
                usual.put(deed.name(), answer.nanos());
            }
        } catch (ExecutionException e) {
            // As much as no answer.
        }
        if (!done && share > 1) {
            usual.computeIfPresent(deed.name(), (name, took) -> (long) (LONGER * took));
        }
        return done;
    }

    private void check(Deed deed, long seed, String request, boolean done) throws IOException {
        for (String fault : DirectoryCheck.faults(host.data(), host.pid())) {
            violation(deed, seed, fault, request);
        }
        Map<String, String> now = DirectoryCheck.published(host.data());
        Set<String> names = new TreeSet<>(known.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String is = now.getOrDefault(name, "absent");
            String was = known.getOrDefault(name, "absent");
            boolean may = is.equals(was) || (deed.layers().contains(name) && deed.mayBe(is));
            if (!may) {
                violation(deed, seed, "layer " + name + " was " + was + " and is " + is, request);
            } else if (done && deed.layers().contains(name) && !deed.mayBe(is)) {
                violation(deed, seed, "layer " + name + " is " + is + " though its execution had ended", request);
            }
        }
        String capabilities = target().get("/wms?service=WMS&version=1.3.0&request=GetCapabilities")
                .text();
        now.keySet().stream()
                .filter(name -> !capabilities.contains("<Name>" + name + "</Name>"))
                .forEach(name -> violation(deed, seed, "layer " + name + " is not served", request));
        known = now;
    }

    private void remember(Deed deed, Map<String, String> now) {
        deed.layers().forEach(name -> deed.results().add(now.getOrDefault(name, "absent")));
        known = now;
    }

    private void violation(Deed deed, long seed, String what, String request) {
        findings.violation(new Violation("kills, " + deed.name(), seed, what, request));
    }

    private Target target() {
        return new Target(host.url(), null, host.data(), deeds.get(0).model());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
