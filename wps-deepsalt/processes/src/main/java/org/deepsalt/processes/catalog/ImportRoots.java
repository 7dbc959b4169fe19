/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;

/** The folders from which clients may import. Links are resolved before anything is compared. Immutable. */
public final class ImportRoots {
    private final List<Path> roots;

    /** @param roots folders, which need not exist */
    public ImportRoots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The real path of what a request names.
     *
     * @param product relative to a root, or absolute and below one
     * @throws DeepSaltException the same whether it is not there or lies elsewhere
     */
    public Path resolve(String product) {
        for (Path root : roots) {
            Optional<Path> found = below(root, product);
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (roots.isEmpty()) {
            throw new DeepSaltException(
                    "this server has no folder to import from: ask its administrator to set one (importRoots)");
        }
        throw new DeepSaltException("there is no product '" + product + "' below "
                + String.join(
                        " or ",
                        roots.stream()
                                .map(root -> "'" + root.getFileName() + "'")
                                .toList())
                + ", from where this server imports: put the product there and name it by its path from there");
    }

    private static Optional<Path> below(Path root, String product) {
        try {
            Path top = root.toRealPath();
            Path real = top.resolve(product).toRealPath();
            boolean inside = real.startsWith(top) && !real.equals(top);
            return inside && Files.isReadable(real) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            // The reason would tell a client about other folders.
            return Optional.empty();
        }
    }
}
