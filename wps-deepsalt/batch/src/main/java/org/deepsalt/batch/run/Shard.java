/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.Hash;

/**
 * The scenes of one of several machines. A scene belongs to a shard by the hash of its name alone, so that scenes that
 * come or go meanwhile change nothing for the others.
 *
 * @param number of this shard, from 0
 * @param count of all shards
 */
public record Shard(int number, int count) {
    /** All scenes. */
    public static final Shard WHOLE = new Shard(0, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    private static final int DIGITS = 8;
    private static final int HEXADECIMAL = 16;

    /**
     * Reads {@code I/N}.
     *
     * @throws DeepSaltException if the text is none
     */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
            if (shard.number < shard.count) {
                return shard;
            }
        }
        throw new DeepSaltException("shard '" + text + "' is not understood, wanted I/N with I from 0 to N-1, as the"
                + " completion index of a Kubernetes Job: 0/4 to 3/4 for four");
    }

    /** The scenes that are this shard's. */
    public List<SceneSource> of(List<SceneSource> scenes) {
        return scenes.stream().filter(this::has).toList();
    }

    private boolean has(SceneSource scene) {
        long hash = Long.parseLong(Hash.ofText(scene.name()).substring(0, DIGITS), HEXADECIMAL);
        return hash % count == number;
    }

    /** What the files of this shard have in their names; empty for all scenes. */
    public String suffix() {
        return count == 1 ? "" : "-" + number + "-of-" + count;
    }
}
