/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Judge;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;

/**
 * Executions that are dismissed at any moment: how long until nothing of them runs any more, and whether they leave
 * anything. Not thread-safe.
 */
public final class Dismissals {
    private static final String NAME = "dismissals";
    private static final String LAYER = "deepsalt:dismissed_";
    private static final String MODEL = "dismissed-";
    private static final long MOST_SECONDS = 10;
    private static final long POLL_MILLIS = 5;
    private static final int LATEST_MILLIS = 3000;

    private final Target target;
    private final Findings findings;
    private final Judge judge;

    /** Prepares dismissals of executions on a host that does nothing else. */
    public Dismissals(Target target, Findings findings) {
        this.target = target;
        this.findings = findings;
        this.judge = new Judge(target);
    }

    /**
     * Dismisses one execution after the other.
     *
     * @param most number of them
     * @param end of {@link System#nanoTime} at which it stops even before
     */
    public void run(long seed, int most, long end) throws IOException, InterruptedException {
        for (long i = seed; i < seed + most && System.nanoTime() < end; i++) {
            once(i);
        }
    }

    private void once(long seed) throws IOException, InterruptedException {
        Random dice = Dice.of(seed);
        boolean training = dice.nextInt(3) > 0;
        Execute execute = training
                ? Execute.training(MODEL + seed, 1).input("baselines", "true")
                : Execute.estimate(target).input("layer", LAYER + seed).input("overwrite", "true");
        Answer accepted = target.post(execute.stored("report"));
        String id = accepted.execution();
        if (id.isEmpty()) {
            findings.violation(new Violation(NAME, seed, "not accepted: " + accepted.text(), accepted.request()));
            return;
        }
        TimeUnit.MILLISECONDS.sleep(dice.nextInt(training ? LATEST_MILLIS : LATEST_MILLIS / 4));
        boolean ended = !isUnderWay(id);
        long start = System.nanoTime();
        Answer answer = target.wps("request=Dismiss&executionId=" + id);
        judge.faults(answer, Judge.PATIENCE)
                .forEach(fault -> findings.violation(new Violation(NAME, seed, fault, answer.request())));
        while (runs(id) && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        long took = System.nanoTime() - start;
        if (runs(id)) {
            findings.violation(
                    new Violation(NAME, seed, "runs " + MOST_SECONDS + " s after its dismissal", accepted.request()));
        }
        findings.count(ended ? "dismissals of what had ended" : NAME, training ? "training" : "estimation", took);
        if (!ended) {
            lookForIt(seed, training);
        }
    }

    private boolean isUnderWay(String id) {
        String status =
                target.wps("request=GetExecutionStatus&executionId=" + id).text();
        return status.contains("ProcessStarted") || status.contains("ProcessAccepted");
    }

    /** A host keeps the folder of an execution as long as it runs; where that cannot be seen it is asked. */
    private boolean runs(String id) throws IOException {
        Optional<Path> data = target.data();
        if (data.isEmpty()) {
            return target.wps("request=GetExecutions").text().contains(id);
        }
        Path temporary = data.get().resolve("temp/deepsalt");
        if (!Files.isDirectory(temporary)) {
            return false;
        }
        try (Stream<Path> hosts = Files.list(temporary)) {
            return hosts.anyMatch(host -> Files.exists(host.resolve("wps").resolve(id)));
        }
    }

    private void lookForIt(long seed, boolean training) {
        String place = training
                ? "/wps?service=WPS&version=1.0.0&request=Execute&identifier=deepsalt:ListModels&RawDataOutput=models"
                : "/wms?service=WMS&version=1.3.0&request=GetCapabilities";
        String name = training ? "\"" + MODEL + seed + "\"" : LAYER + seed;
        if (target.get(place).text().contains(name)) {
            // It may have ended between the last look and the dismissal: then all of it is there, which is right.
            findings.count("dismissals that came too late", training ? "training" : "estimation", 0);
        }
    }
}
