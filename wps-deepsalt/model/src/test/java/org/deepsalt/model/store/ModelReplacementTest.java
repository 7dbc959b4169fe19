/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deepsalt.model.ChildJvm;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.ToyData;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.TrainingData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while it replaces a model has the old or the new one when it starts again. A kill takes ten
 * seconds, most of them training: {@code -Ddeepsalt.test.kills=N} for more.
 */
@Tag("slow")
class ModelReplacementTest {
    private static final int KILLS = Integer.getInteger("deepsalt.test.kills", 3);

    @TempDir
    Path root;

    @Test
    void aKillAtAnyMomentLeavesTheOldModelOrTheNewOne() throws Exception {
        Random random = new Random(16);
        ModelStore store = new ModelStore(root);
        Map<String, Map<String, String>> filesByTitle = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            ChildJvm.killed(random, 400, Replacing.class, root.toString());
            store.restore();
            assertThat(names()).as("kill " + kill).containsExactlyInAnyOrder("toy", ".lock");
            ModelCard card = store.card("toy");
            assertThat(hashes(card)).as("kill " + kill).isEqualTo(card.files());
            assertThat(filesByTitle.computeIfAbsent(card.title(), title -> card.files()))
                    .isEqualTo(card.files());
        }
        System.out.println("models after " + KILLS + " kills: " + filesByTitle.keySet());
        TensorFlow.start(EngineSettings.defaults());
        try (Estimator estimator = store.load(store.card("toy"))) {
            assertThat(estimator.inputs()).isPositive();
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString()).toList().stream();
        }
    }

    private Map<String, String> hashes(ModelCard card) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Path folder = root.resolve(card.id());
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("model.json"))
                    .forEach(file ->
                            hashes.put(folder.relativize(file).toString().replace('\\', '/'), Hash.of(file)));
        }
        return hashes;
    }

    /** Replaces one of two models by the other for ever. */
    static final class Replacing {
        private Replacing() {}

        public static void main(String[] arguments) {
            ModelStore store = new ModelStore(Path.of(arguments[0]));
            store.restore();
            TensorFlow.start(EngineSettings.defaults());
            TrainingData data = ToyData.make(1);
            TrainedModel one = new ModelTrainer(data, ToyData.hardly(1)).train(Progress.SILENT);
            TrainedModel other = new ModelTrainer(data, ToyData.hardly(2)).train(Progress.SILENT);
            store.save(ToyModel.draft(data, one, "toy", "one"), one, true);
            System.out.println(ChildJvm.READY);
            while (true) {
                store.save(ToyModel.draft(data, other, "toy", "other"), other, true);
                store.save(ToyModel.draft(data, one, "toy", "one"), one, true);
            }
        }
    }
}
