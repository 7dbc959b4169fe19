/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import org.deepsalt.model.estimator.Estimator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The net on one batch ({@link Estimator#BATCH} pixels): 218 bands and 8 covariates each, with scaling and
 * dissimilarity.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NetBenchmark {
    /** From the buffer of pixels to the answers. */
    @Benchmark
    public float[] batch(NetState net) {
        net.worker.run(Estimator.BATCH, net.answers);
        return net.answers;
    }
}
