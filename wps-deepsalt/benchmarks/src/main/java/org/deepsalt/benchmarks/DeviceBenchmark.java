/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deepsalt.benchmarks.kernels.UntrainedNet;
import org.deepsalt.benchmarks.runs.MapDifference;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.files.Folders;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * The net alone on whatever device TensorFlow finds, with batches of several sizes, as JSON; and the comparison of two
 * maps. Run on a machine with a GPU by the script in {@code gpu}.
 */
public final class DeviceBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BANDS = 218;
    private static final int COVARIATES = 8;
    private static final List<Integer> BATCHES = List.of(2048, 4096, 8192, 16_384, 32_768, 65_536);
    private static final int WARM_UPS = 3;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(2);

    private DeviceBenchmark() {}

    /** Measures the net, or with two files compares these. */
    public static void main(String[] files) throws IOException {
        System.out.println((files.length == 2 ? compared(files) : measured()).toPrettyString());
        System.exit(0);
    }

    private static ObjectNode compared(String[] files) {
        MapDifference difference = MapDifference.between(Path.of(files[0]), Path.of(files[1]));
        return JSON.createObjectNode()
                .put("differingPixels", difference.pixels())
                .put("largestDifference", difference.ece())
                .put("meanDifference", difference.mean());
    }

    private static ObjectNode measured() throws IOException {
        EngineSettings settings = EngineSettings.defaults();
        ObjectNode root = JSON.createObjectNode();
        root.put("device", TensorFlow.start(settings));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        UntrainedNet untrained = UntrainedNet.of(BANDS, COVARIATES);
        Path folder = Files.createTempDirectory("net-");
        try {
            Path net = folder.resolve("net");
            SavedModelWriter.write(untrained.net(), untrained.parameters(), net);
            try (SavedModelBundle model = SavedModelBundle.loader(net.toString())
                    .withTags("serve")
                    .withConfigProto(TensorFlow.sessions())
                    .load()) {
                for (int batch : BATCHES) {
                    root.withArray("net")
                            .addObject()
                            .put("batch", batch)
                            .put("pixelsPerSecond", pixelsPerSecond(model, batch));
                }
            }
        } finally {
            Folders.delete(folder);
        }
        return root;
    }

    /** The best of as many runs as two seconds hold. */
    private static double pixelsPerSecond(SavedModelBundle model, int batch) {
        int inputs = BANDS + COVARIATES;
        float[] noise = UntrainedNet.uniform(new Random(7), batch * inputs);
        try (TFloat32 pixels = TFloat32.tensorOf(Shape.of(batch, inputs), DataBuffers.of(noise, true, false))) {
            long best = Long.MAX_VALUE;
            long begun = System.nanoTime();
            for (int i = 0; i < WARM_UPS + 1 || System.nanoTime() - begun < NANOS; i++) {
                long start = System.nanoTime();
                try (Result result = model.session()
                        .runner()
                        .feed("pixels", pixels)
                        .fetch("answers")
                        .run()) {
                    // Answers that stay on a device have not been computed yet: a look at one waits for all.
                    float first = ((TFloat32) result.get(0)).getFloat(0, 0);
                    if (i >= WARM_UPS && !Float.isNaN(first)) {
                        best = Math.min(best, System.nanoTime() - start);
                    }
                }
            }
            return batch / (best / 1e9);
        }
    }
}
