/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Judge;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;
import org.deepsalt.benchmarks.torture.host.DirectoryCheck;
import org.deepsalt.benchmarks.torture.host.HostProcess;

/**
 * A host whose data directory lies on a small disk that is full but for a few bytes: what does not fit is refused, what
 * was there stays, and when there is space again all works. Not thread-safe.
 */
public final class FullDisk {
    private static final long[] FREE = {0, 4096, 20_000, 100_000, 300_000, 600_000, 1_000_000, 3_000_000, 8_000_000};

    private final HostProcess host;
    private final String model;
    private final Findings findings;

    /** Prepares a host whose data directory lies on a small disk. */
    public FullDisk(HostProcess host, String model, Findings findings) {
        this.host = host;
        this.model = model;
        this.findings = findings;
    }

    /** Fills and empties the disk until a time of {@link System#nanoTime}. */
    public void run(long seed, long end) throws IOException {
        List<Deed> deeds = Deed.all(model);
        Target target = new Target(host.url(), null, host.data(), model);
        Judge judge = new Judge(target);
        for (Deed deed : deeds) {
            target.patient(deed.request(0));
        }
        for (long i = seed; System.nanoTime() < end; i++) {
            Random dice = Dice.of(i);
            Deed deed = deeds.get(dice.nextInt(deeds.size()));
            String request = deed.request(dice.nextLong() >>> 1);
            Map<String, String> before = DirectoryCheck.published(host.data());
            Path filler = fill(FREE[dice.nextInt(FREE.length)]);
            Answer answer;
            try {
                answer = target.patient(request);
                String capabilities =
                        target.get("/wms?service=WMS&request=GetCapabilities").text();
                before.keySet().stream()
                        .filter(name -> !capabilities.contains(name))
                        .forEach(name -> violation(deed, request, "layer " + name + " is not served on a full disk"));
            } finally {
                Files.delete(filler);
            }
            findings.count("full disk, " + deed.name(), answer.outcome(), answer.nanos());
            judge.faults(answer, Judge.PATIENCE.multipliedBy(6)).forEach(fault -> violation(deed, request, fault));
            DirectoryCheck.faults(host.data(), host.pid()).forEach(fault -> violation(deed, request, fault));
            Map<String, String> after = DirectoryCheck.published(host.data());
            before.forEach((name, state) -> {
                if (!deed.layers().contains(name) && !state.equals(after.get(name))) {
                    violation(deed, request, "layer " + name + " changed");
                }
            });
            after.forEach((name, state) -> {
                if (state.startsWith("damaged")) {
                    violation(deed, request, "layer " + name + " is " + state);
                }
            });
            Answer again = target.patient(request);
            if (again.isRefusal()) {
                violation(deed, request, "does not work with space again: " + again.text());
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

    private void violation(Deed deed, String request, String what) {
        findings.violation(new Violation("full disk, " + deed.name(), 0, what, request));
    }
}
