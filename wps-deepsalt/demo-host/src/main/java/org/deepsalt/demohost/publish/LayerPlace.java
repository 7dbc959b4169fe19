/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.files.FolderLock;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.processes.catalog.LayerName;

/**
 * The place of a layer that is to be published, and what lies there.
 *
 * @param wanted the layer
 */
record LayerPlace(Catalog catalog, DataDirectory directory, NewLayer wanted) {
    /** What lies at a place. */
    enum Kind {
        NOTHING,
        /** A layer of one file that was published here. */
        LAYER,
        /** A series that was made here. */
        SERIES,
        /** Something that is not ours and may not be deleted. */
        FOREIGN
    }

    /** A change of files that may fail. */
    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }

    /** Checks what needs no look at the place: name, workspace and styles. */
    Problems checkNames() {
        Problems problems = new Problems();
        new LayerName(wanted.workspace(), wanted.name()).check(problems);
        if (!catalog.workspaces().contains(wanted.workspace())) {
            problems.add("there is no workspace '" + wanted.workspace() + "'; there are "
                    + String.join(", ", catalog.workspaces()));
        }
        List<String> styles = new ArrayList<>(wanted.moreStyles());
        styles.add(0, wanted.style());
        for (String style : styles) {
            if (catalog.style(wanted.workspace(), style).isEmpty()) {
                problems.add("there is no style '" + style + "'");
            }
        }
        return problems;
    }

    /** Folder of the store. */
    Path store() {
        return directory.store(wanted.workspace(), wanted.name());
    }

    /** Folder of the data. */
    Path data() {
        return directory.data(wanted.workspace(), wanted.name());
    }

    /** What lies at the place; a store whose files are where this package puts them is ours. */
    Kind kind() {
        if (!Files.exists(store())) {
            return catalog.find(wanted.prefixedName()).isPresent() ? Kind.FOREIGN : Kind.NOTHING;
        }
        Path storeFile = store().resolve(DataDirectory.STORE_FILE);
        if (!Files.isRegularFile(storeFile)) {
            return Kind.FOREIGN;
        }
        Optional<Path> address = SafeXml.read(storeFile).text("url").map(directory::resolve);
        if (address.filter(data()::equals).isPresent()) {
            return Kind.SERIES;
        }
        return address.filter(file -> data().equals(file.getParent())).isPresent() ? Kind.LAYER : Kind.FOREIGN;
    }

    /** Adds a problem that says what is in the way. */
    void refuse(Kind kind, Problems problems) {
        problems.add(
                switch (kind) {
                    case SERIES ->
                        "'" + wanted.prefixedName() + "' is a series of maps, which no layer replaces: give another"
                                + " layer name, or add to it with input series";
                    case LAYER -> "'" + wanted.prefixedName() + "' is a layer of one map: give the series another name";
                    default ->
                        Files.exists(store())
                                ? "'" + wanted.prefixedName()
                                        + "' was not published by DeepSalt: give another layer name"
                                : "another store has a layer '" + wanted.prefixedName() + "': give another layer name";
                });
    }

    /** Makes a change while no one else makes one in the data directory. */
    static void locked(DataDirectory directory, String done, Change change) {
        try (FolderLock lock = FolderLock.acquire(directory.staging())) {
            change.make();
        } catch (IOException e) {
            throw new DeepSaltException(
                    "nothing was " + done + ": " + WriteFailure.reason(directory.root(), "the data directory", e), e);
        }
    }
}
