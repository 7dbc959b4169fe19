/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.files.Folders;

/**
 * New files that take their places together. They are collected in a folder on the disk of their targets; its list,
 * once written, decides that they all go there, one after the other, also after a kill: {@link #resume} goes on. Before
 * that nothing has changed. Not thread-safe; {@link org.deepsalt.model.files.FolderLock} keeps others away.
 */
final class FileMoves {
    private static final String LIST = "moves";

    private final Path place;
    private final Path base;
    private final List<Path> targets;

    private FileMoves(Path place, Path base, List<Path> targets) {
        this.place = place;
        this.base = base;
        this.targets = new ArrayList<>(targets);
    }

    /**
     * Begins to collect files.
     *
     * @param place a folder for these files alone, made here
     * @param base to which the list's paths are relative, so that all may be moved; above all targets
     */
    static FileMoves begin(Path place, Path base) throws IOException {
        Files.createDirectories(place);
        return new FileMoves(place, base, List.of());
    }

    /** Ends what a kill interrupted after its list was written; false if a folder has no such list. */
    static boolean resume(Path place, Path base) throws IOException {
        Path list = place.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return false;
        }
        List<Path> targets = Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .map(base::resolve)
                .toList();
        new FileMoves(place, base, targets).move();
        return true;
    }

    /** Where a file is to be put until it goes to its target; an earlier one of the same target goes before it. */
    Path collect(Path target) {
        targets.add(target);
        return staged(targets.size() - 1);
    }

    /** Puts all files into their places, in the order in which they were collected. */
    void commit() throws IOException {
        List<String> lines = targets.stream()
                .map(target -> base.relativize(target).toString())
                .toList();
        // The list is there whole or not at all.
        Path written = Files.write(place.resolve(LIST + ".part"), lines, StandardCharsets.UTF_8);
        Files.move(written, place.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
        move();
    }

    /** Gives the collected files up, unless their list is written. */
    void abandon() throws IOException {
        if (!Files.exists(place.resolve(LIST))) {
            Folders.delete(place);
        }
    }

    private void move() throws IOException {
        for (int i = 0; i < targets.size(); i++) {
            if (Files.exists(staged(i))) {
                Files.createDirectories(targets.get(i).resolveSibling(""));
                Files.move(staged(i), targets.get(i), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Folders.delete(place);
    }

    private Path staged(int number) {
        return place.resolve(Integer.toString(number));
    }
}
