/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final List<SceneSource> SCENES = IntStream.range(0, 200)
            .mapToObj(i -> new SceneSource("scene" + i, Path.of("/s" + i), List.of(), 1, "f" + i))
            .toList();

    @Test
    void theShardsTogetherHaveEachSceneOnce() {
        List<SceneSource> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<SceneSource> part = new Shard(i, 4).of(SCENES);
            assertThat(part).hasSizeBetween(25, 75);
            all.addAll(part);
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(SCENES);
    }

    @Test
    void aSceneStaysInItsShardWhateverElseIsThere() {
        SceneSource one = SCENES.get(17);
        Shard home = IntStream.range(0, 4)
                .mapToObj(i -> new Shard(i, 4))
                .filter(shard -> shard.of(SCENES).contains(one))
                .findFirst()
                .orElseThrow();
        assertThat(home.of(List.of(one))).containsExactly(one);
    }

    @Test
    void kubernetesCountsFromZero() {
        assertThat(Shard.parse("3/4")).isEqualTo(new Shard(3, 4));
        assertThat(Shard.parse("0/1")).isEqualTo(Shard.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/4", "1", "-1/4", "a/b", "0/0"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("wanted I/N with I from 0 to N-1");
    }
}
