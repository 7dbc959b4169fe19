/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneFinderTest {
    @TempDir
    private Path folder;

    @Test
    void productsArchivesAndListsAreFoundOnceEach() throws IOException {
        product("a/ENMAP01-A-");
        product("b/deep/");
        file("b/ENMAP01-C.zip");
        file("b/notes.pdf");
        Path list = folder.resolve("more.txt");
        Files.writeString(list, "# two of them again\nb/ENMAP01-C.zip\na\n");
        List<SceneSource> scenes =
                find(folder.resolve("a").toString(), folder.resolve("b").toString(), list.toString());
        assertThat(scenes).extracting(SceneSource::name).containsExactly("ENMAP01-A", "ENMAP01-C", "deep");
        assertThat(scenes.get(0).path().getFileName()).hasToString("ENMAP01-A-SPECTRAL_IMAGE.TIF");
        assertThat(scenes.get(0).files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("ENMAP01-A-METADATA.XML", "ENMAP01-A-SPECTRAL_IMAGE.TIF");
    }

    @Test
    void productsOfOneFolderKeepTheirFilesApart() throws IOException {
        product("A-");
        product("A-B-");
        product("");
        List<SceneSource> scenes = find(folder.toString());
        assertThat(scenes).hasSize(3).allSatisfy(scene -> assertThat(scene.files())
                .hasSize(2));
        assertThat(scenes)
                .extracting(SceneSource::name)
                .containsExactlyInAnyOrder("A", "A-B", folder.getFileName().toString());
    }

    @Test
    void aProductWithoutItsImageIsNotPassedOverInSilence() throws IOException {
        file("x/ENMAP01-X-METADATA.XML");
        assertThat(find(folder.toString())).extracting(SceneSource::name).containsExactly("ENMAP01-X");
    }

    @Test
    void patternsMatchFoldersAndFiles() throws IOException {
        product("2023/s1/");
        product("2024/s2/");
        file("2024/s3.zip");
        assertThat(find(folder + "/202[4-9]/*")).extracting(SceneSource::name).containsExactly("s2", "s3");
        assertThat(find(folder + "/**/s1")).extracting(SceneSource::name).containsExactly("s1");
    }

    @Test
    void resultsAndHiddenFoldersHoldNoScenes() throws IOException {
        product("scenes/s1/");
        product("out/s2/");
        product(".cache/s3/");
        assertThat(find(folder.toString())).extracting(SceneSource::name).containsExactly("s1");
    }

    @Test
    void allThatIsNotThereIsNamedAtOnce() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> find(folder.resolve("empty").toString(), "no/such/place", folder + "/*.zip"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("empty' holds no", "'no/such/place' is not there", "*.zip' is not there");
    }

    @Test
    void theContentCountsAndNotThePlaceOrTheTime() throws IOException {
        product("a/ENMAP01-A-");
        product("elsewhere/ENMAP01-A-");
        SceneSource here = find(folder.resolve("a").toString()).get(0);
        SceneSource there = find(folder.resolve("elsewhere").toString()).get(0);
        assertThat(here.contentHash(Progress.SILENT)).isEqualTo(there.contentHash(Progress.SILENT));
        assertThat(here.fingerprint()).isNotEqualTo(there.fingerprint());
        Path image = here.path();
        Files.setLastModifiedTime(image, FileTime.from(Instant.EPOCH));
        assertThat(find(folder.resolve("a").toString()).get(0).fingerprint()).isNotEqualTo(here.fingerprint());
        Files.writeString(image, "other pixels");
        assertThat(find(folder.resolve("a").toString()).get(0).contentHash(Progress.SILENT))
                .isNotEqualTo(there.contentHash(Progress.SILENT));
    }

    private List<SceneSource> find(String... wanted) {
        return SceneFinder.find(List.of(wanted), folder.resolve("out"));
    }

    private void product(String prefix) throws IOException {
        file(prefix + "SPECTRAL_IMAGE.TIF");
        file(prefix + "METADATA.XML");
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "content of " + file.getFileName());
    }
}
