/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Judge;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;
import org.deepsalt.benchmarks.torture.malformed.MalformedInput;
import org.deepsalt.benchmarks.torture.malformed.MalformedInputs;
import org.deepsalt.world.damage.Mutator;
import org.jspecify.annotations.Nullable;

/** Malformed inputs of all kinds in turn, one after another. Not thread-safe. */
public final class MalformedAttack {
    /** Beside others, which need the processors too. */
    private static final long PAUSE_MILLIS = 400;

    private static final Duration IN_THE_QUEUE = Duration.ofSeconds(60);

    private final Target target;
    private final Findings findings;
    private final Judge judge;
    private final List<MalformedInput> kinds;
    private final Supplier<Duration> processorTime;
    private final boolean isKnown;

    /**
     * Prepares an attack with all kinds that fit a host.
     *
     * @param processorTime that the host has taken so far; null if that is not known. What an idle host may take for an
     *     input is measured in it, so that other work of the machine does not count.
     */
    public MalformedAttack(Target target, Findings findings, @Nullable Supplier<Duration> processorTime) {
        this.isKnown = processorTime != null;
        this.processorTime = processorTime == null ? () -> Duration.ZERO : processorTime;
        this.target = target;
        this.findings = findings;
        this.judge = new Judge(target);
        this.kinds =
                MalformedInputs.all().stream().filter(kind -> kind.fits(target)).toList();
        MalformedInputs.all().stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> findings.leftOut(kind.name(), "this host cannot be asked so from here"));
    }

    /**
     * Goes on until a time.
     *
     * @param first seed of the first input of each kind
     * @param end of {@link System#nanoTime}
     * @param idle whether the host does nothing else, so that it can be held to the time of each kind
     * @return seed of the next input
     */
    public long run(long first, long end, boolean idle) throws IOException, InterruptedException {
        long seed = first;
        while (System.nanoTime() < end) {
            for (MalformedInput kind : kinds) {
                attempt(kind, seed, idle);
                if (!idle) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
            seed++;
        }
        return seed;
    }

    /** Sends one input and judges the answer. */
    public Answer attempt(MalformedInput kind, long seed, boolean idle) throws IOException {
        Duration before = processorTime.get();
        Answer answer =
                kind.send(target, new Mutator(Dice.mixed(31 * seed + kind.name().hashCode())));
        if (!answer.execution().isEmpty()) {
            target.wps("request=Dismiss&executionId=" + answer.execution());
        }
        String outcome = judge.isOfTheServer(answer, patience(answer)) ? "the server's own" : answer.outcome();
        findings.count(kind.name(), outcome, answer.nanos());
        Duration took = processorTime.get().minus(before);
        List<String> faults = new ArrayList<>(judge.faults(answer, patience(answer)));
        if (idle && isKnown && took.compareTo(kind.patience()) > 0) {
            faults.add("the host took " + took.toMillis() + " ms of a processor, wanted at most "
                    + kind.patience().toMillis());
        }
        for (String fault : faults) {
            findings.violation(new Violation(kind.name(), seed, fault, answer.request()));
        }
        return answer;
    }

    /** An execution beside others waits for its turn, which is no hang. */
    private static Duration patience(Answer answer) {
        return answer.request().contains("Execute") ? IN_THE_QUEUE : Judge.PATIENCE;
    }
}
