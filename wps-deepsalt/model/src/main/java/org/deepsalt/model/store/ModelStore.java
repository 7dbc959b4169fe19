/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Bfloat16Difference;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.estimator.PrecisionChoice;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.files.FolderLock;
import org.deepsalt.model.files.FolderReplacement;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.TrainedModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of a server: one folder per id with {@code model.json} and a TensorFlow SavedModel. A SavedModel is code,
 * so it is loaded from here alone and only if its hash is the one that was written with it. Thread-safe; a model
 * appears whole or not at all.
 */
public final class ModelStore {
    private static final Logger LOGGER = LoggerFactory.getLogger(ModelStore.class);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String CARD = "model.json";
    private static final String ESTIMATOR = "estimator";
    /** A card with everything has some 100 KB. */
    private static final int LARGEST_CARD = 8 << 20;

    /** Of the intervals in whose width rounding is told. */
    private static final double CONFIDENCE = 0.9;

    private static final String STORING = "storing the model";
    private static final String WRITING = ".writing-";
    private static final Pattern UNFINISHED = Pattern.compile("\\.writing-[0-9a-f-]+");

    private final Path root;
    private final ReadWriteLock readers = new ReentrantReadWriteLock();

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
                    .map(ModelStore::name)
                    .filter(id -> ID.matcher(id).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unlisted(e);
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
        readers.readLock().lock();
        try {
            return read(id);
        } finally {
            readers.readLock().unlock();
        }
    }

    private ModelCard read(String id) {
        if (!has(id)) {
            List<String> known = ids();
            throw new DeepSaltException("there is no model '" + id + "', "
                    + (known.isEmpty() ? "this server has none" : "there are " + String.join(", ", known))
                    + ": train one with deepsalt:TrainModel or name another");
        }
        try {
            JsonNode tree =
                    Json.MAPPER.readTree(RegularFile.bytes(root.resolve(id).resolve(CARD), LARGEST_CARD));
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
        readers.readLock().lock();
        try {
            return loadWhole(card);
        } finally {
            readers.readLock().unlock();
        }
    }

    private Estimator loadWhole(ModelCard card) {
        if (has(card.id()) && !read(card.id()).files().equals(card.files())) {
            throw new DeepSaltException(
                    "model '" + card.id() + "' was replaced while it was being loaded: send the request again");
        }
        Path folder = root.resolve(card.id());
        List<String> changed = changed(card.files(), hashes(folder));
        if (!changed.isEmpty()) {
            throw new DeepSaltException("model '" + card.id()
                    + "' is refused: its files are not those that were trained (SHA-256 differs: "
                    + String.join(", ", changed) + "); train it again");
        }
        try {
            requireRange(card, SavedModelWriter.range(folder.resolve(ESTIMATOR)));
            boolean small = card.bfloat16() != null && card.bfloat16().withinLimit();
            return PrecisionChoice.load(folder.resolve(ESTIMATOR), card.inputs(), TensorFlow.precision(), small);
        } catch (IOException e) {
            throw new DeepSaltException("model '" + card.id() + "' cannot be read: " + e.getMessage(), e);
        }
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

    /** Writes a model package of which nobody knows how it answers in bfloat16. */
    public ModelCard save(ModelCard draft, TrainedModel trained, boolean overwrite) {
        return save(draft, trained, new float[0], overwrite, Progress.SILENT);
    }

    /**
     * Writes a model package into the store.
     *
     * @param draft its card, without the files' hashes
     * @param references pixels on which bfloat16 is compared with float32, {@link ModelCard#inputs} numbers each; none
     *     for a model that is never run in bfloat16 unasked
     * @param overwrite whether a model of the same id may be replaced
     * @param progress is asked between the steps; a model that is no longer wanted leaves nothing behind
     * @return the card with the hashes
     */
    public ModelCard save(
            ModelCard draft, TrainedModel trained, float[] references, boolean overwrite, Progress progress) {
        requireValid(draft.id());
        requireRange(draft, trained.net().range());
        try (FolderLock lock = FolderLock.acquire(root)) {
            Path target = root.resolve(draft.id());
            if (!overwrite && Files.exists(target)) {
                throw new DeepSaltException(
                        "model '" + draft.id() + "' exists already: choose another id or allow overwriting");
            }
            Path place = Files.createTempDirectory(root, WRITING);
            FolderReplacement change = FolderReplacement.begin(place, root, target, List.of());
            try {
                Files.createDirectories(change.fresh());
                Path net = change.fresh().resolve(ESTIMATOR);
                SavedModelWriter.write(trained.net(), trained.parameters(), net);
                Bfloat16Difference difference = difference(draft, net, references, progress.part(0, 0.9));
                ModelCard card = draft.with(difference, hashes(change.fresh()));
                progress.report(0.9, STORING);
                Json.MAPPER.writeValue(change.fresh().resolve(CARD).toFile(), card);
                replace(change);
                return card;
            } finally {
                change.settle();
                change.clear();
            }
        } catch (IOException e) {
            throw new DeepSaltException(
                    "model '" + draft.id() + "' was not stored: "
                            + WriteFailure.reason(root, "the folder of models", e),
                    e);
        }
    }

    private static @Nullable Bfloat16Difference difference(
            ModelCard draft, Path net, float[] references, Progress progress) {
        if (references.length == 0) {
            return null;
        }
        Intervals intervals = draft.calibration()
                .intervals(
                        CONFIDENCE,
                        draft.applicabilityThreshold(),
                        draft.target().range());
        return PrecisionChoice.compare(net, draft.inputs(), references, intervals, draft.exceedance(), progress);
    }

    /** Nobody reads a model of which one half is another's. */
    private void replace(FolderReplacement change) throws IOException {
        readers.writeLock().lock();
        try {
            change.swap();
        } finally {
            readers.writeLock().unlock();
        }
    }

    /**
     * Ends what a crash interrupted: each model is the old or the new one, whole, and nothing else is left. Hosts call
     * it when they start. A folder that cannot be written stays as it is, which harms no reader.
     */
    public void restore() {
        if (interrupted().isEmpty()) {
            return;
        }
        try (FolderLock lock = FolderLock.acquire(root)) {
            // Others may have been writing while the lock was awaited.
            for (Path place : interrupted()) {
                Optional<FolderReplacement> change = FolderReplacement.interrupted(place, root);
                if (change.isPresent()) {
                    change.get().settle();
                }
                Folders.delete(place);
            }
        } catch (IOException | DeepSaltException e) {
            LOGGER.warn("what an interrupted training left among the models cannot be cleared away", e);
        }
    }

    private List<Path> interrupted() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> UNFINISHED.matcher(name(folder)).matches() && Files.isDirectory(folder))
                    .toList();
        } catch (IOException e) {
            throw unlisted(e);
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static DeepSaltException unlisted(IOException e) {
        return new DeepSaltException(
                "the folder of models cannot be listed: give this server's user the right to read it", e);
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
