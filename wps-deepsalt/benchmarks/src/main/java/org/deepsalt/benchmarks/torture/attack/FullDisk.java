/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Judge;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;
import org.deepsalt.benchmarks.torture.host.DirectoryCheck;
import org.deepsalt.benchmarks.torture.host.HostProcess;

/**
 * A host whose data directory lies on a small disk that is full but for a few bytes while it estimates and publishes,
 * imports or trains: what does not fit is refused and the refusal says that the disk is full, a layer keeps its old
 * state, nothing is left, and when there is space again all works. Not thread-safe.
 */
public final class FullDisk {
    private static final String ABSENT = "absent";
    private static final long[] FREE = {0, 4096, 20_000, 100_000, 300_000, 600_000, 1_000_000, 3_000_000, 8_000_000};

    /** How an answer tells why: in these words, or with the room that is left. */
    private static final Pattern REASON = Pattern.compile("\\bis full\\b|\\bspace left\\b");

    private static final Duration PATIENCE = Judge.PATIENCE.multipliedBy(6);

    private final HostProcess host;
    private final Findings findings;
    private final List<Deed> deeds;
    private final Target target;
    private final Judge judge;

    /** Prepares a host whose data directory lies on a small disk. */
    public FullDisk(HostProcess host, String model, Findings findings) {
        this.host = host;
        this.findings = findings;
        this.deeds = Deed.all(model);
        this.target = new Target(host.url(), null, host.data(), model);
        this.judge = new Judge(target);
    }

    /** Fills and empties the disk for a time, after each layer has been made in its two forms with space. */
    public void run(long seed, Duration time) throws IOException {
        for (Deed deed : deeds) {
            for (int form = 0; form < 2 && !deed.layers().isEmpty(); form++) {
                target.patient(deed.request(form));
                Map<String, String> made = DirectoryCheck.published(host.data());
                deed.layers().forEach(name -> deed.results().add(made.getOrDefault(name, ABSENT)));
            }
        }
        long end = System.nanoTime() + time.toNanos();
        for (long i = seed; System.nanoTime() < end; i++) {
            Random dice = Dice.of(i);
            Deed deed = deeds.get(dice.nextInt(deeds.size()));
            once(new Try(deed, i, deed.request(dice.nextLong() >>> 1)), FREE[dice.nextInt(FREE.length)]);
        }
    }

    private record Try(Deed deed, long seed, String request) {}

    private void once(Try one, long free) throws IOException {
        Map<String, String> before = DirectoryCheck.published(host.data());
        Answer answer = onFullDisk(one, free, before.keySet());
        findings.count("full disk, " + one.deed.name(), answer.outcome(), answer.nanos());
        judge.faults(answer, PATIENCE).forEach(fault -> violation(one, fault));
        DirectoryCheck.faults(host.data(), host.pid()).forEach(fault -> violation(one, fault));
        if (answer.isRefusal() && !REASON.matcher(answer.text()).find()) {
            violation(one, "the refusal does not say that the disk is full: " + answer.text());
        }
        compare(one, answer.isRefusal(), before, DirectoryCheck.published(host.data()));
        Answer again = target.patient(one.request);
        if (again.isRefusal()) {
            violation(one, "does not work with space again: " + again.text());
        }
    }

    /** Asks while the disk is full, and looks whether the layers are served all the same. */
    private Answer onFullDisk(Try one, long free, Set<String> layers) throws IOException {
        Path filler = fill(free);
        try {
            Answer answer = target.patient(one.request);
            String capabilities =
                    target.get("/wms?service=WMS&request=GetCapabilities").text();
            layers.stream()
                    .filter(name -> !capabilities.contains(name))
                    .forEach(name -> violation(one, "layer " + name + " is not served on a full disk"));
            return answer;
        } finally {
            Files.delete(filler);
        }
    }

    private void compare(Try one, boolean refused, Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String was = before.getOrDefault(name, ABSENT);
            String is = after.getOrDefault(name, ABSENT);
            boolean made = !refused && one.deed.layers().contains(name) && one.deed.mayBe(is);
            if (!made && !is.equals(was)) {
                violation(one, "layer " + name + " was " + was + " and is " + is + (refused ? ", though refused" : ""));
            }
        }
    }

    /** Takes all space but some bytes. */
    private Path fill(long free) throws IOException {
        Path filler = host.data().resolve("filler");
        long size = Math.max(0, Files.getFileStore(host.data()).getUsableSpace() - free);
        try (FileChannel file = FileChannel.open(
                filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            java.nio.ByteBuffer zeros = java.nio.ByteBuffer.allocate(1 << 16);
            for (long written = 0; written < size; ) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), size - written));
                written += file.write(zeros);
            }
        } catch (IOException e) {
            // Full a little earlier than computed, which is what was wanted.
        }
        return filler;
    }

    private void violation(Try one, String what) {
        findings.violation(new Violation("full disk, " + one.deed.name(), one.seed, what, one.request));
    }
}
