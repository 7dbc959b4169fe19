/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.files.Folders;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The paper's net, untrained, exported and loaded as every model is. */
@State(Scope.Benchmark)
public class NetState {
    private static final int BANDS = 218;
    private static final int COVARIATES = 8;

    private Path folder;
    private Estimator estimator;
    Estimator.Worker worker;
    float[] answers;

    /** Builds, exports and loads the net. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        TensorFlow.start(Settings.engine());
        UntrainedNet untrained = UntrainedNet.of(BANDS, COVARIATES);
        int inputs = untrained.net().inputs();
        folder = Files.createTempDirectory("net-");
        SavedModelWriter.write(untrained.net(), untrained.parameters(), folder.resolve("net"));
        estimator = Estimator.load(folder.resolve("net"), inputs);
        worker = estimator.worker();
        worker.pixels().put(0, UntrainedNet.uniform(new Random(7), Estimator.BATCH * inputs));
        answers = new float[Estimator.BATCH * EstimatorNet.OUTPUTS];
    }

    /** Frees and deletes the net. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        worker.close();
        estimator.close();
        Folders.delete(folder);
    }
}
