/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder that is replaced as a whole, or made anew: the new one is filled elsewhere on the same disk, and renaming it
 * is the change. A journal names the folder, so that a kill at any moment leaves the old or the new one once {@link
 * #settle} has run: when the change is done, when it failed, and at the next start if neither was reached. Not
 * thread-safe; {@link FolderLock} keeps others away.
 */
public final class FolderReplacement {
    private static final String JOURNAL = "journal";

    private final Path place;
    private final Path target;
    private final List<String> notes;

    private FolderReplacement(Path place, Path target, List<String> notes) {
        this.place = place;
        this.target = target;
        this.notes = List.copyOf(notes);
    }

    /**
     * Begins a replacement by writing its journal.
     *
     * @param place a folder for this replacement alone, made here
     * @param base to which the journal's paths are relative, so that all may be moved; above target
     * @param target the folder to be replaced, which need not exist
     * @param notes lines for whoever settles the change after a crash
     */
    public static FolderReplacement begin(Path place, Path base, Path target, List<String> notes) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(base.relativize(target).toString());
        lines.addAll(notes);
        Files.createDirectories(place);
        try {
            // A journal is there whole or not at all.
            Path written = Files.write(place.resolve(JOURNAL + ".part"), lines, StandardCharsets.UTF_8);
            Files.move(written, place.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(place);
            throw e;
        }
        return new FolderReplacement(place, target, notes);
    }

    /**
     * A replacement that a crash interrupted.
     *
     * @return empty if nothing had been changed yet
     */
    public static Optional<FolderReplacement> interrupted(Path place, Path base) throws IOException {
        Path journal = place.resolve(JOURNAL);
        List<String> lines =
                Files.isRegularFile(journal) ? Files.readAllLines(journal, StandardCharsets.UTF_8) : List.of();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new FolderReplacement(place, base.resolve(lines.get(0)), lines.subList(1, lines.size())));
    }

    /** The folder that is replaced. */
    public Path target() {
        return target;
    }

    /** What was noted at the beginning. */
    public List<String> notes() {
        return notes;
    }

    /** Where the new folder is to be made. */
    public Path fresh() {
        return place.resolve("new");
    }

    private Path old() {
        return place.resolve("old");
    }

    /** Puts the new folder into the place of the old one. */
    public void swap() throws IOException {
        if (Files.exists(target)) {
            Files.move(target, old(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts the old folder back if the new one has not taken its place. */
    public void settle() throws IOException {
        if (Files.exists(old()) && !Files.exists(target)) {
            Files.move(old(), target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Deletes all that is left beside the target; wanted after {@link #settle}. */
    public void clear() throws IOException {
        Folders.delete(place);
    }
}
