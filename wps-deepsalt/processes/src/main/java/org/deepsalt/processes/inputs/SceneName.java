/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a scene that does not depend on where it lies or on the layer that shows it: that of the EnMAP product,
 * where its files tell it. Stateless.
 */
public final class SceneName {
    /** Mission, level, data take, time of acquisition, tile, version and time of processing. */
    private static final Pattern PRODUCT =
            Pattern.compile("ENMAP01-[_-]*L2A-DT[0-9]+_[0-9]{8}T[0-9]{6}Z_[0-9]+_V[0-9]+_[0-9]{8}T[0-9]{6}Z");

    private SceneName() {}

    /**
     * Finds the name of a scene.
     *
     * @param request what a request or a list calls the scene: a layer's name or a path
     * @param file of its image; null where it is not known
     * @return the last product that the file's path or the request names, else the last part of the request
     */
    public static String of(String request, @Nullable Path file) {
        String product = file == null ? "" : product(file.toString());
        if (product.isEmpty()) {
            product = product(request);
        }
        return product.isEmpty() ? request.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "") : product;
    }

    private static String product(String text) {
        String last = "";
        Matcher matcher = PRODUCT.matcher(text);
        while (matcher.find()) {
            last = matcher.group();
        }
        return last;
    }
}
