/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.processes.records.StacItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneLinkTest {
    @TempDir
    Path folder;

    @Test
    void aLinkIsAPathBetweenTheTwo() throws Exception {
        Path scene = Files.createDirectories(folder.resolve("2025 July #1"));
        Path out = Files.createDirectories(folder.resolve("out"));
        Path image = scene.resolve("S-SPECTRAL_IMAGE.TIF");
        Path metadata = scene.resolve("S-METADATA.XML");
        Path item = out.resolve("results/ab/abcd");
        SceneSource whole = new SceneSource("S", image, List.of(metadata, image), 1, "");
        assertThat(SceneLink.of(whole, item, out))
                .contains(new StacItem.Source("../../../../2025%20July%20%231/S-METADATA.XML", "S"));
        SceneSource bare = new SceneSource("S", image, List.of(image), 1, "");
        assertThat(SceneLink.of(bare, item, out))
                .contains(new StacItem.Source("../../../../2025%20July%20%231/S-SPECTRAL_IMAGE.TIF", "S"));
    }

    @Test
    void whatHasNoFolderInCommonIsNotLinked() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path elsewhere = Path.of("/etc/hosts");
        SceneSource scene = new SceneSource("S", elsewhere, List.of(elsewhere), 1, "");
        assertThat(SceneLink.of(scene, out.resolve("results/ab/abcd"), out)).isEmpty();
    }
}
