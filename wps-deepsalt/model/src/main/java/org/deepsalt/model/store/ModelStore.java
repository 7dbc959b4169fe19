/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.TrainedModel;

/**
 * The models of a server: one folder per id with {@code model.json} and a TensorFlow SavedModel. A SavedModel is code,
 * so it is loaded from here alone and only if its hash is the one that was written with it. Thread-safe; a model
 * appears whole or not at all.
 */
public final class ModelStore {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String CARD = "model.json";
    private static final String ESTIMATOR = "estimator";

    private final Path root;

    /** Opens a folder, which need not exist yet. */
    public ModelStore(Path root) {
        this.root = root;
    }

    /**
     * Checks that an id can name a model.
     *
     * @throws DeepSaltException if it cannot
     */
    public static void requireValid(String id) {
        if (!ID.matcher(id).matches()) {
            throw new DeepSaltException("model id '" + id + "' is not allowed, wanted lower-case letters, digits, '.',"
                    + " '_' and '-', at most 64: choose another id");
        }
    }

    /** Ids of the models, in alphabetical order. */
    public List<String> ids() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(CARD)))
                    .map(folder -> folder.getFileName().toString())
                    .filter(id -> ID.matcher(id).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DeepSaltException("the models' folder cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Whether a model of that id is stored. */
    public boolean has(String id) {
        return ID.matcher(id).matches() && Files.isRegularFile(root.resolve(id).resolve(CARD));
    }

    /**
     * The card of a model.
     *
     * @throws DeepSaltException if there is none or it is of another version
     */
    public ModelCard card(String id) {
        if (!has(id)) {
            List<String> known = ids();
            throw new DeepSaltException("there is no model '" + id + "', "
                    + (known.isEmpty() ? "this server has none" : "there are " + String.join(", ", known))
                    + ": train one with deepsalt:TrainModel or name another");
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(root.resolve(id).resolve(CARD).toFile());
            int schema = tree.path("schema").asInt();
            if (schema != ModelCard.SCHEMA) {
                throw new DeepSaltException("model '" + id + "' has schema " + schema + ", this version reads "
                        + ModelCard.SCHEMA + ": train it again");
            }
            ModelCard card = Json.MAPPER.treeToValue(tree, ModelCard.class);
            requireWhole(id, card);
            return card;
        } catch (IOException e) {
            throw new DeepSaltException("model '" + id + "' has a damaged " + CARD + ": train it again", e);
        }
    }

    /** A card may come from a folder that was copied, renamed or edited by hand. */
    private static void requireWhole(String id, ModelCard card) {
        if (card.target() == null
                || card.target().range() == null
                || card.bands() == null
                || card.covariates() == null
                || card.calibration() == null
                || card.files() == null) {
            throw new DeepSaltException("model '" + id + "' has a " + CARD + " with parts missing: train it again");
        }
        if (!id.equals(card.id())) {
            throw new DeepSaltException("model '" + id + "' has the card of model '" + card.id()
                    + "', its folder was copied or renamed: give the folder its name back");
        }
    }

    /**
     * Loads a model after checking its files.
     *
     * @throws DeepSaltException if a file is not the one that was written, or the card is of another output range
     */
    public Estimator load(ModelCard card) {
        Path folder = root.resolve(card.id());
        List<String> changed = changed(card.files(), hashes(folder));
        if (!changed.isEmpty()) {
            throw new DeepSaltException("model '" + card.id()
                    + "' is refused: its files are not those that were trained (SHA-256 differs: "
                    + String.join(", ", changed) + "); train it again");
        }
        try {
            requireRange(card, SavedModelWriter.range(folder.resolve(ESTIMATOR)));
        } catch (IOException e) {
            throw new DeepSaltException("model '" + card.id() + "' cannot be read: " + e.getMessage(), e);
        }
        return Estimator.load(folder.resolve(ESTIMATOR), card.inputs());
    }

    private static List<String> changed(Map<String, String> wanted, Map<String, String> found) {
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(found.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(wanted.get(name), found.get(name)))
                .toList();
    }

    /** A card of another range would bound intervals wrongly, and nobody would see it in the map. */
    private static void requireRange(ModelCard card, OutputRange net) {
        OutputRange told = card.target().range();
        if (!told.equals(net)) {
            throw new DeepSaltException("model '" + card.id() + "' is refused: its card says that it answers between "
                    + told.minimum() + " and " + told.maximum() + " "
                    + card.target().unit() + ", its net answers between "
                    + net.minimum() + " and " + net.maximum() + "; train it again");
        }
    }

    /**
     * Writes a model package into the store.
     *
     * @param draft its card, without the files' hashes
     * @param overwrite whether a model of the same id may be replaced
     * @return the card with the hashes
     */
    public ModelCard save(ModelCard draft, TrainedModel trained, boolean overwrite) {
        requireValid(draft.id());
        requireRange(draft, trained.net().range());
        Path target = root.resolve(draft.id());
        if (!overwrite && Files.exists(target)) {
            throw new DeepSaltException(
                    "model '" + draft.id() + "' exists already: choose another id or allow overwriting");
        }
        try {
            Files.createDirectories(root);
            Path temporary = Files.createTempDirectory(root, ".writing-");
            try {
                SavedModelWriter.write(trained.net(), trained.parameters(), temporary.resolve(ESTIMATOR));
                ModelCard card = draft.withFiles(hashes(temporary));
                Json.MAPPER.writeValue(temporary.resolve(CARD).toFile(), card);
                replace(temporary, target);
                return card;
            } finally {
                Folders.delete(temporary);
            }
        } catch (IOException e) {
            throw new DeepSaltException("model '" + draft.id() + "' cannot be written: " + e.getMessage(), e);
        }
    }

    private static void replace(Path fresh, Path target) throws IOException {
        Path old = fresh.resolveSibling(fresh.getFileName() + ".old");
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        if (replaced) {
            Folders.delete(old);
        }
    }

    /** The card as JSON text. */
    public static String toJson(ModelCard card) {
        try {
            return Json.MAPPER.writeValueAsString(card);
        } catch (JacksonException e) {
            throw new IllegalStateException("a card cannot be written as JSON", e);
        }
    }

    private static Map<String, String> hashes(Path folder) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(CARD)) {
                    hashes.put(name, Hash.of(file));
                }
            }
        } catch (IOException e) {
            throw new DeepSaltException("the files of a model cannot be read: " + e.getMessage(), e);
        }
        return hashes;
    }
}
