/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.deepsalt.demohost.style.MapStyle;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layers and styles of a GeoServer data directory. What a caller got stays as it was; {@link #reload} changes what
 * later callers get, at once and as a whole. Thread-safe. Names without a workspace mean the default workspace.
 */
public final class Catalog {
    private static final Logger LOGGER = LoggerFactory.getLogger(Catalog.class);

    private final DataDirectory directory;
    private final RasterFiles files = new RasterFiles();
    private final Set<String> reported = new HashSet<>();
    /** Null until the directory has been read. */
    private volatile @Nullable Snapshot snapshot;

    private final AtomicLong state = new AtomicLong();

    private Catalog(DataDirectory directory) {
        this.directory = directory;
    }

    /**
     * Reads a data directory. Broken entries are logged as warnings and left out.
     *
     * @throws DeepSaltException if there is no such directory
     */
    public static Catalog open(Path dataDirectory) {
        Catalog catalog = openUnread(dataDirectory);
        catalog.read();
        return catalog;
    }

    /**
     * The same for a caller that may need no layer at all: the directory is read when somebody asks for the first time.
     */
    public static Catalog openUnread(Path dataDirectory) {
        return new Catalog(new DataDirectory(dataDirectory));
    }

    /** Reads the directory again if it was read before. A warning that was logged before is not logged again. */
    public synchronized void reload() {
        if (snapshot != null) {
            read();
        }
        state.incrementAndGet();
    }

    private synchronized Snapshot read() {
        Snapshot now = new CatalogReader(directory, files).read();
        snapshot = now;
        settle(now);
        return now;
    }

    private Snapshot snapshot() {
        Snapshot now = snapshot;
        return now == null ? firstSnapshot() : now;
    }

    private synchronized Snapshot firstSnapshot() {
        Snapshot now = snapshot;
        return now == null ? read() : now;
    }

    /** A number that grows whenever layers may have changed. */
    public long state() {
        return state.get();
    }

    private void settle(Snapshot now) {
        files.keepOnly(now.layers().values().stream()
                .flatMap(layer -> layer.files().stream())
                .toList());
        for (String warning : now.warnings()) {
            if (reported.add(warning)) {
                LOGGER.warn("{}", warning);
            }
        }
    }

    /** Finds a layer by its name, with or without workspace. */
    public Optional<Layer> find(String name) {
        Snapshot now = snapshot();
        return Optional.ofNullable(now.layers().get(name.contains(":") ? name : now.defaultWorkspace() + ":" + name));
    }

    /** Finds a layer of one workspace; a name with another workspace finds nothing. */
    public Optional<Layer> find(String workspace, String name) {
        String prefix = workspace + ":";
        return Optional.ofNullable(snapshot().layers().get(name.startsWith(prefix) ? name : prefix + name));
    }

    /**
     * Why there is no layer of a name, for those who ask for it. The reason why one was left out stays in the log: it
     * may name folders of this machine.
     *
     * @param workspace the only one that is looked in; null for all, and the default one for names without any
     */
    public String absence(@Nullable String workspace, String name) {
        Snapshot now = snapshot();
        String within = workspace == null ? now.defaultWorkspace() : workspace;
        if (now.unreadable().contains(name.contains(":") ? name : within + ":" + name)) {
            return "layer '" + name + "' is in the catalog and was left out because it cannot be read: the server's"
                    + " log says why";
        }
        return "there is no layer '" + name + "'" + (workspace == null ? "" : " in workspace '" + workspace + "'");
    }

    /** All layers, by workspace and name. */
    public List<Layer> layers() {
        return List.copyOf(snapshot().layers().values());
    }

    /** Names of the workspaces, in alphabetical order. */
    public List<String> workspaces() {
        return snapshot().workspaces();
    }

    /** Name of the workspace that names without one belong to; empty if there is none. */
    public String defaultWorkspace() {
        return snapshot().defaultWorkspace();
    }

    /**
     * A style by its name.
     *
     * @param workspace whose own styles go before those of all workspaces; null for these alone
     */
    public Optional<MapStyle> style(@Nullable String workspace, String name) {
        Snapshot now = snapshot();
        return Optional.ofNullable(now.styles().get(workspace + ":" + name))
                .or(() -> Optional.ofNullable(now.styles().get(name)));
    }

    /** What the directory says about a service, such as {@code wms}. */
    public ServiceMetadata service(String name) {
        return snapshot().services().getOrDefault(name.toLowerCase(Locale.ROOT), ServiceMetadata.NONE);
    }

    /** Whom capabilities name as responsible; {@link Contact#NONE} if the directory names nobody. */
    public Contact contact() {
        return snapshot().contact();
    }

    /** What was left out at the last reading, with file and reason. */
    public List<String> warnings() {
        return snapshot().warnings();
    }

    /** Root of the data directory, absolute. */
    public Path dataDirectory() {
        return directory.root();
    }
}
