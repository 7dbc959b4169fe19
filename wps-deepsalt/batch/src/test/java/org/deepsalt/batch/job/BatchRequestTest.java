/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.model.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRequestTest {
    @TempDir
    private Path folder;

    private Path soil;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("model.json"), "{}");
        soil = Files.writeString(folder.resolve("soil.tif"), "sand and clay");
    }

    @Test
    void theHashIsThatOfContentsAndNotOfTheOrder() throws IOException {
        String hash = request(List.of("sand=" + soil, "tavg=12"), List.of(given("maxNdvi", "0.3"), given("a", "b")));
        Path copy = Files.copy(soil, folder.resolve("copy.tif"));
        assertThat(request(List.of("tavg=12", "sand=" + copy), List.of(given("a", "b"), given("maxNdvi", "0.3"))))
                .isEqualTo(hash);
    }

    @Test
    void whateverGoesInChangesIt() throws IOException {
        String hash = request(List.of("sand=" + soil), List.of());
        assertThat(request(List.of("clay=" + soil), List.of())).isNotEqualTo(hash);
        assertThat(request(List.of("sand=" + soil), List.of(given("maxNdvi", "0.3"))))
                .isNotEqualTo(hash);
        Path beside = Files.writeString(folder.resolve("soil.tif.aux.xml"), "<PAMDataset/>");
        assertThat(request(List.of("sand=" + soil), List.of())).isNotEqualTo(hash);
        Files.delete(beside);
        Files.writeString(soil, "silt");
        String other = request(List.of("sand=" + soil), List.of());
        assertThat(other).isNotEqualTo(hash);
        Files.writeString(folder.resolve("model.json"), "{ }");
        assertThat(request(List.of("sand=" + soil), List.of())).isNotEqualTo(other);
    }

    @Test
    void aFolderWithoutAModelIsRefused() {
        BatchRequest request = new BatchRequest(folder.resolve("none"), List.of(), List.of(), folder);
        assertThatThrownBy(request::hash)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is no model in");
    }

    private String request(List<String> covariates, List<Given> parameters) {
        return new BatchRequest(folder, covariates, parameters, folder.resolve("out")).hash();
    }

    private static Given given(String name, String text) {
        return new Given(name, text);
    }
}
