/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.ToyData;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.TrainedModelBuilder;
import org.deepsalt.model.training.data.TrainingData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static TrainingData data;
    private static TrainedModel trained;

    @TempDir
    Path root;

    private ModelStore store;

    @BeforeAll
    static void train() {
        TensorFlow.start(EngineSettings.defaults());
        data = ToyData.make(1);
        trained = new ModelTrainer(data, ToyData.hardly(1)).train(Progress.SILENT);
    }

    @BeforeEach
    void open() {
        store = new ModelStore(root.resolve("models"));
    }

    @Test
    void aModelComesBackAsItWasSaved() {
        assertThat(store.ids()).isEmpty();
        ModelCard saved = store.save(draft("toy-1"), trained, false);
        assertThat(store.ids()).containsExactly("toy-1");
        ModelCard read = store.card("toy-1");
        assertThat(read.bands()).isEqualTo(data.bands());
        assertThat(read.files()).isEqualTo(saved.files()).containsKey("estimator/saved_model.pb");
        assertThat(read.calibration().scores())
                .isDeepEqualTo(trained.calibration().scores());
        assertThat(Json.tree(read.test())).isEqualTo(Json.tree(trained.seen()));
        assertThat(read.unseen()).isNull();
        assertThat(read.target().range()).isEqualTo(OutputRange.PAPER_ECE);
        assertThat(read.aligned()).isTrue();
        try (Estimator estimator = store.load(read)) {
            assertThat(estimator.inputs()).isEqualTo(data.bands().size() + 2);
        }
    }

    @Test
    void aModelWhoseFilesWereChangedIsRefused() throws IOException {
        ModelCard card = store.save(draft("toy-1"), trained, false);
        Path graph = root.resolve("models/toy-1/estimator/saved_model.pb");
        Files.write(graph, new byte[] {0}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> store.load(card)).hasMessageContaining("SHA-256 differs: estimator/saved_model.pb");
    }

    @Test
    void aModelOfAnotherSchemaIsRefused() throws IOException {
        store.save(draft("toy-1"), trained, false);
        Path card = root.resolve("models/toy-1/model.json");
        Files.writeString(card, Files.readString(card).replace("\"schema\" : " + ModelCard.SCHEMA, "\"schema\" : 99"));
        assertThatThrownBy(() -> store.card("toy-1"))
                .hasMessageContaining("has schema 99, this version reads " + ModelCard.SCHEMA);
    }

    /** Defect 5 of the authors' scripts: models of three output ranges shared their files. */
    @Test
    void defect5AModelOfAnotherOutputRangeIsRefused() throws IOException {
        TrainedModel narrow = TrainedModelBuilder.builder(trained)
                .net(narrowNet(trained.net()))
                .build();
        assertThatThrownBy(() -> store.save(draft("toy-1"), narrow, false))
                .hasMessageContaining("its card says that it answers between 0.05 and 77.0 dS/m, its net answers"
                        + " between 0.1 and 30.0");
        store.save(draft("toy-1"), trained, false);
        Path card = root.resolve("models/toy-1/model.json");
        Files.writeString(card, Files.readString(card).replace("77.0", "30.0"));
        assertThatThrownBy(() -> store.load(store.card("toy-1")))
                .hasMessageContaining("between 0.05 and 30.0 dS/m, its net answers between 0.05 and 77.0");
    }

    private static EstimatorNet narrowNet(EstimatorNet net) {
        StudentNet student = net.student();
        Regressor narrow = Regressor.student(
                student.regressor().size(), Regressor.Shape.PAPER, new LogNormalHead(new OutputRange(0.1, 30)));
        return new EstimatorNet(
                new StudentNet(student.spectrum(), student.encoder(), student.standard(), student.covariates(), narrow),
                net.tokenWeights(),
                net.references(),
                net.meanDistance());
    }

    @Test
    void aCopiedFolderAndACardWithPartsMissingAreRefused() throws IOException {
        store.save(draft("toy-1"), trained, false);
        Path models = root.resolve("models");
        Path copy = Files.createDirectory(models.resolve("toy-2"));
        Files.copy(models.resolve("toy-1/model.json"), copy.resolve("model.json"));
        assertThatThrownBy(() -> store.card("toy-2"))
                .hasMessageContaining("model 'toy-2' has the card of model 'toy-1', its folder was copied or renamed");
        Files.writeString(copy.resolve("model.json"), "{\"schema\" : " + ModelCard.SCHEMA + ", \"id\" : \"toy-2\"}");
        assertThatThrownBy(() -> store.card("toy-2")).hasMessageContaining("with parts missing");
    }

    @Test
    void aModelWhoseFileIsMissingIsRefused() throws IOException {
        ModelCard card = store.save(draft("toy-1"), trained, false);
        Files.delete(root.resolve("models/toy-1/estimator/saved_model.pb"));
        assertThatThrownBy(() -> store.load(card)).hasMessageContaining("SHA-256 differs: estimator/saved_model.pb");
    }

    @Test
    void anUnknownModelNamesTheKnownOnes() {
        store.save(draft("toy-1"), trained, false);
        assertThatThrownBy(() -> store.card("toy-2")).hasMessageContaining("there are toy-1");
        assertThatThrownBy(() -> store.card("../toy-1")).hasMessageContaining("there is no model '../toy-1'");
    }

    @Test
    void overwritingMustBeAllowedAndLeavesNothingBehind() throws IOException {
        store.save(draft("toy-1"), trained, false);
        assertThatThrownBy(() -> store.save(draft("toy-1"), trained, false)).hasMessageContaining("exists already");
        store.save(draft("toy-1"), trained, true);
        assertThat(folders()).containsExactlyInAnyOrder("toy-1", ".lock");
    }

    @Test
    void aTrainingThatIsDismissedWhileItsModelIsStoredLeavesTheOldOne() throws IOException {
        ModelCard old = store.save(draft("toy-1"), trained, false);
        float[] references = new float[3 * old.inputs()];
        int[] looks = {0};
        store.save(draft("toy-2"), trained, references, false, (fraction, task) -> looks[0]++);
        assertThat(looks[0]).isPositive();
        for (int last = 0; last < looks[0]; last++) {
            int[] left = {last};
            Progress dismissed = (fraction, task) -> {
                if (left[0]-- == 0) {
                    throw new CancelledException();
                }
            };
            assertThatThrownBy(() -> store.save(draft("toy-1"), trained, references, true, dismissed))
                    .isInstanceOf(CancelledException.class);
            assertThat(store.card("toy-1").files()).isEqualTo(old.files());
            assertThat(folders()).containsExactlyInAnyOrder("toy-1", "toy-2", ".lock");
        }
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("models"))) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    @Test
    void idsThatCouldLeaveTheFolderAreRefused() {
        for (String id : List.of("../x", "a/b", "", ".hidden", "Upper", "a".repeat(65))) {
            assertThatThrownBy(() -> store.save(draft(id), trained, false)).hasMessageContaining("is not allowed");
        }
    }

    private static ModelCard draft(String id) {
        return ToyModel.draft(data, trained, id, "Toy");
    }
}
