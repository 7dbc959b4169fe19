/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.processes.records.StacItem;

/**
 * The link from a result's STAC item to the scene that it was made from: to the product's METADATA.XML, or to what was
 * opened where there is none, such as an archive. Stateless.
 */
final class SceneLink {
    private SceneLink() {}

    /**
     * Finds the link.
     *
     * @param item folder of the item, which need not exist yet
     * @param out folder of all results above it, which exists
     * @return a path from that folder; empty where the scene lies on another file system or in no folder that holds the
     *     results as well, since an absolute path leads nowhere on another machine
     */
    static Optional<StacItem.Source> of(SceneSource scene, Path item, Path out) throws IOException {
        Path file = scene.files().stream()
                .filter(one -> one.getFileName().toString().endsWith("METADATA.XML"))
                .findFirst()
                .orElse(scene.path());
        Path target = file.resolveSibling("").toRealPath().resolve(file.getFileName());
        Path from = out.toRealPath().resolve(out.relativize(item));
        boolean together = target.getFileSystem().equals(from.getFileSystem())
                && target.getRoot().equals(from.getRoot())
                && target.getName(0).equals(from.getName(0));
        return together
                ? Optional.of(new StacItem.Source(address(from.relativize(target)), scene.name()))
                : Optional.empty();
    }

    private static String address(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(
                URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20")));
        return String.join("/", names);
    }
}
