/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SampleWorldTest {
    @TempDir
    Path folder;

    @Test
    void equalOptionsMakeEqualFilesWhateverTheThreads() throws Exception {
        WorldFiles one = write("one", 132, 7, 1);
        WorldFiles three = write("three", 132, 7, 3);
        List<Path> files = filesIn(one.folder());
        assertThat(files).hasSize(17).isEqualTo(filesIn(three.folder()));
        for (Path file : files) {
            assertThat(one.folder().resolve(file))
                    .hasSameBinaryContentAs(three.folder().resolve(file));
        }
    }

    @Test
    void otherSeedsMakeOtherWorlds() throws Exception {
        WorldFiles seven = write("seven", 32, 7, 2);
        WorldFiles eight = write("eight", 32, 8, 2);
        assertThat(seven.enmap().getFileName().toString()).contains("DT0000000007");
        assertThat(eight.enmap().getFileName().toString()).contains("DT0000000008");
        assertThat(sha(seven.truth())).isNotEqualTo(sha(eight.truth()));
        assertThat(sha(seven.soil())).isNotEqualTo(sha(eight.soil()));
        assertThat(sha(seven.climate())).isNotEqualTo(sha(eight.climate()));
        assertThat(sha(seven.library())).isNotEqualTo(sha(eight.library()));
        assertThat(sha(seven.samples())).isNotEqualTo(sha(eight.samples()));
    }

    private static List<Byte> sha(Path file) throws Exception {
        List<Byte> digest = new ArrayList<>();
        for (byte b : MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))) {
            digest.add(b);
        }
        return digest;
    }

    @Test
    void impossibleOptionsAreAllNamed() {
        assertThatThrownBy(() -> new WorldOptions(5, 1, null))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .hasSize(2)
                        .anyMatch(problem -> problem.contains("is 5 pixels") && problem.contains("32"))
                        .anyMatch(problem -> problem.contains("folder")));
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Path file = Files.writeString(taken.resolve("precious.txt"), "mine");
        assertThatThrownBy(() -> write("taken", 48, 1, 1))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("taken")
                .hasMessageContaining("another folder");
        assertThatThrownBy(() -> write("taken/precious.txt", 48, 1, 1)).isInstanceOf(DeepSaltException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void anEmptyFolderIsFilledWhileProgressRises() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        List<Double> fractions = new ArrayList<>();
        WorldFiles files =
                SampleWorld.write(new WorldOptions(32, 1, empty), (fraction, task) -> fractions.add(fraction));
        assertThat(fractions).isSorted().endsWith(1.0);
        assertThat(files.folder()).isEqualTo(empty);
        assertThat(empty.resolve("README.md")).content().contains("SYNTHETIC", "size 32", "seed 1");
    }

    @Test
    void cancellationLeavesNothing() throws Exception {
        for (double when : new double[] {0, 1}) {
            Progress cancel = (fraction, task) -> {
                if (fraction >= when) {
                    throw new CancelledException();
                }
            };
            assertThatThrownBy(() -> SampleWorld.write(new WorldOptions(32, 1, folder.resolve("world")), cancel))
                    .isInstanceOf(CancelledException.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    private WorldFiles write(String name, int size, long seed, int threads) throws IOException {
        return SampleWorld.write(new WorldOptions(size, seed, folder.resolve(name)), threads, Progress.SILENT);
    }

    private static List<Path> filesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }
}
