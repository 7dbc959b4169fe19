/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.scale;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Scenes on executors that are sometimes slow and sometimes die. Times of scenes are drawn from measured ones, with
 * replacement; an executor that dies loses the scene that it was computing, and is back after its start. Equal seeds
 * give equal times.
 */
final class ClusterSimulation {
    private final double[] measured;
    private final Conditions conditions;

    /**
     * What happens to executors.
     *
     * @param slowShare share of the executors that are slow throughout, such as those with a busy neighbour
     * @param slowFactor how many times as long a scene takes there
     * @param deathsPerHour of each executor
     * @param startSeconds from the beginning of a process to its first scene
     */
    record Conditions(double slowShare, double slowFactor, double deathsPerHour, double startSeconds) {}

    /** How scenes come to executors. */
    enum Distribution {
        /** Whoever is free takes the largest scene that is left. */
        QUEUE,
        /** Each executor has its share from the beginning, by a hash of the names. */
        SHARDS
    }

    private record Executor(double freeAt, double factor) {}

    /** @param measured seconds of single scenes, at least one */
    ClusterSimulation(double[] measured, Conditions conditions) {
        this.measured = measured.clone();
        this.conditions = conditions;
    }

    /** Seconds until the last scene is done. */
    double seconds(int scenes, int executors, Distribution distribution, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = new double[scenes];
        Arrays.setAll(times, i -> measured[random.nextInt(measured.length)]);
        double[] factors = new double[executors];
        Arrays.setAll(factors, i -> random.nextDouble() < conditions.slowShare ? conditions.slowFactor : 1);
        return distribution == Distribution.QUEUE ? queue(times, factors, random) : shards(times, factors, random);
    }

    private double queue(double[] times, double[] factors, SplittableRandom random) {
        double[] largestFirst = times.clone();
        Arrays.sort(largestFirst);
        PriorityQueue<Executor> free = new PriorityQueue<>(Comparator.comparingDouble(Executor::freeAt));
        for (double factor : factors) {
            free.add(new Executor(conditions.startSeconds, factor));
        }
        double end = 0;
        for (int i = largestFirst.length - 1; i >= 0; i--) {
            Executor next = free.remove();
            double done = done(next.freeAt, largestFirst[i] * next.factor, random);
            end = Math.max(end, done);
            free.add(new Executor(done, next.factor));
        }
        return end;
    }

    private double shards(double[] times, double[] factors, SplittableRandom random) {
        double[] freeAt = new double[factors.length];
        Arrays.fill(freeAt, conditions.startSeconds);
        for (double time : times) {
            int shard = random.nextInt(factors.length);
            freeAt[shard] = done(freeAt[shard], time * factors[shard], random);
        }
        return Arrays.stream(freeAt).max().orElse(0);
    }

    /** When a scene is done that begins at a time: anew after each death in the middle of it. */
    private double done(double start, double seconds, SplittableRandom random) {
        double now = start;
        double toDeath = toDeath(random);
        while (toDeath < seconds) {
            now += toDeath + conditions.startSeconds;
            toDeath = toDeath(random);
        }
        return now + seconds;
    }

    private double toDeath(SplittableRandom random) {
        return conditions.deathsPerHour == 0
                ? Double.POSITIVE_INFINITY
                : -Math.log(1 - random.nextDouble()) * 3600 / conditions.deathsPerHour;
    }
}
