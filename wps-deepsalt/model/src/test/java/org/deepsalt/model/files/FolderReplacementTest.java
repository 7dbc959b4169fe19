/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.deepsalt.model.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReplacementTest {
    private static final int FILES = 8;

    @TempDir
    Path base;

    @Test
    void whereverItIsInterruptedOneStateIsWhole() throws IOException {
        for (int steps = 0; steps <= 4; steps++) {
            Path target = fill(base.resolve("target" + steps), "old");
            Path place = base.resolve(".change" + steps);
            interrupted(place, target, steps);
            settle(place);
            assertThat(content(target)).as("after " + steps + " steps").containsExactly(steps == 4 ? "new" : "old");
            assertThat(place).doesNotExist();
        }
    }

    @Test
    void aNewFolderIsThereWholeOrNotAtAll() throws IOException {
        for (int steps = 1; steps <= 4; steps++) {
            Path target = base.resolve("target" + steps);
            Path place = base.resolve(".change" + steps);
            interrupted(place, target, steps);
            settle(place);
            assertThat(Files.exists(target)).as("after " + steps + " steps").isEqualTo(steps == 4);
            assertThat(place).doesNotExist();
        }
    }

    /** Half a journal is no journal: what it would name has not been touched yet. */
    @Test
    void aJournalThatWasNotFinishedCountsForNothing() throws IOException {
        Path place = Files.createDirectory(base.resolve(".change"));
        Files.writeString(place.resolve("journal.part"), "tar");
        assertThat(FolderReplacement.interrupted(place, base)).isEmpty();
    }

    private void interrupted(Path place, Path target, int steps) throws IOException {
        if (steps == 0) {
            Files.createDirectories(place);
            return;
        }
        FolderReplacement change = FolderReplacement.begin(place, base, target, List.of("a note"));
        if (steps > 1) {
            fill(change.fresh(), "new");
        }
        if (steps == 3 && Files.exists(target)) {
            Files.move(target, place.resolve("old"));
        }
        if (steps == 4) {
            change.swap();
        }
    }

    private void settle(Path place) throws IOException {
        Optional<FolderReplacement> change = FolderReplacement.interrupted(place, base);
        if (change.isPresent()) {
            assertThat(change.get().notes()).containsExactly("a note");
            change.get().settle();
        }
        Folders.delete(place);
    }

    @Test
    @Tag("slow")
    void aKillAtAnyMomentLeavesOneStateWhole() throws Exception {
        Random random = new Random(20);
        Path target = base.resolve("target");
        Set<String> seen = new HashSet<>();
        for (int kill = 0; kill < 15; kill++) {
            ChildJvm.killed(random, 60, Replacing.class, base.toString());
            try (Stream<Path> left = Files.list(base)) {
                for (Path place : left.filter(
                                path -> path.getFileName().toString().startsWith(".change"))
                        .toList()) {
                    settleAny(place);
                }
            }
            Set<String> now = content(target);
            assertThat(now).as("kill " + kill).hasSize(1);
            seen.addAll(now);
            try (Stream<Path> left = Files.list(base)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("target", ".lock");
            }
        }
        assertThat(seen).hasSizeGreaterThan(1);
    }

    private void settleAny(Path place) throws IOException {
        Optional<FolderReplacement> change = FolderReplacement.interrupted(place, base);
        if (change.isPresent()) {
            change.get().settle();
        }
        Folders.delete(place);
    }

    /** Replaces a folder as fast as it can. */
    static final class Replacing {
        private Replacing() {}

        public static void main(String[] arguments) throws IOException {
            Path base = Path.of(arguments[0]);
            Path target = base.resolve("target");
            for (int i = 0; true; i++) {
                try (FolderLock lock = FolderLock.acquire(base)) {
                    FolderReplacement change =
                            FolderReplacement.begin(base.resolve(".change" + i), base, target, List.of());
                    fill(
                            change.fresh(),
                            "state " + i + " of " + ProcessHandle.current().pid());
                    change.swap();
                    change.settle();
                    change.clear();
                }
                if (i == 0) {
                    System.out.println(ChildJvm.READY);
                }
            }
        }
    }

    private static Path fill(Path folder, String state) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve("file" + i), state);
        }
        return folder;
    }

    /** What stands in the files of a folder, of which all must be there. */
    private static Set<String> content(Path folder) throws IOException {
        Set<String> content = new HashSet<>();
        for (int i = 0; i < FILES; i++) {
            content.add(Files.readString(folder.resolve("file" + i)));
        }
        return content;
    }
}
