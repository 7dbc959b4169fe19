/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.deepsalt.model.store.ModelStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepSaltStatusTest {
    @TempDir
    Path directory;

    private SettingsFile settings;
    private Path models;

    @BeforeEach
    void open() {
        settings = SettingsOf.directory(directory);
        models = directory.resolve("deepsalt").resolve("models");
    }

    @Test
    void aNewInstallationTellsWhatItWillRunOnAndThatItHasNoModel() {
        DeepSaltStatus status = status("");
        assertThat(status.getModule()).isEqualTo("deepsalt");
        assertThat(status.getName()).isEqualTo("DeepSalt");
        assertThat(status.getComponent()).contains("WPS");
        assertThat(status.getVersion())
                .hasValueSatisfying(version -> assertThat(version).startsWith("DeepSalt "));
        assertThat(status.getDocumentation()).isEmpty();
        assertThat(status.isAvailable()).isTrue();
        assertThat(status.isEnabled()).isTrue();
        assertThat(status.getMessage())
                .contains("TensorFlow starts with the first request that needs it (device AUTO, library below "
                        + directory.resolve("deepsalt/native")
                        + ") | no model yet: train one with deepsalt:TrainModel");
    }

    @Test
    void aBadInstallationTellsNothingElse() {
        DeepSaltStatus status = status("WEB-INF/lib lacks gson: unpack the whole plugin zip there");
        assertThat(status.isAvailable()).isFalse();
        assertThat(status.isEnabled()).isFalse();
        assertThat(status.getMessage()).contains("WEB-INF/lib lacks gson: unpack the whole plugin zip there");
    }

    @Test
    void aDoubledJarIsToldBesidesTheRest() {
        DeepSaltStatus status = status("WEB-INF/lib has more than one gson: remove the older one");
        assertThat(status.isAvailable()).isTrue();
        assertThat(lines(status)).hasSize(3).endsWith("WEB-INF/lib has more than one gson: remove the older one");
    }

    @Test
    void modelsAreCountedWhenAsked() throws Exception {
        DeepSaltStatus status = status("");
        model("sample");
        assertThat(lines(status)[1]).isEqualTo("1 model: sample");
        model("ucrb-1");
        assertThat(lines(status)[1]).isEqualTo("2 models");
    }

    @Test
    void problemsOfTheSettingsAreShown() throws Exception {
        Files.writeString(
                directory.resolve("deepsalt").resolve("deepsalt.properties"),
                "device = tpu\ntreads = 2\n",
                StandardCharsets.UTF_8);
        assertThat(lines(status("")))
                .hasSize(4)
                .contains("device is 'tpu', wanted auto, cpu or gpu: auto is used")
                .anyMatch(line -> line.startsWith("there is no key 'treads'"));
    }

    private DeepSaltStatus status(String installation) {
        return new DeepSaltStatus(
                settings,
                new ModelStore(models),
                new Installation.Finding(!installation.contains("lacks"), installation));
    }

    private static String[] lines(DeepSaltStatus status) {
        return status.getMessage().orElseThrow().split(" \\| ", -1);
    }

    private void model(String id) throws Exception {
        Files.createDirectories(models.resolve(id));
        Files.writeString(models.resolve(id).resolve("model.json"), "{}", StandardCharsets.UTF_8);
    }
}
