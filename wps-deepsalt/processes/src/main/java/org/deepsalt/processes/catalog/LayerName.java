/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deepsalt.model.Problems;

/**
 * Name of a layer to be published. It becomes part of XML names, addresses and file names, hence the few characters.
 *
 * @param workspace the request's or the host's own choice
 * @param local without the workspace
 */
public record LayerName(String workspace, String local) {
    private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final int LONGEST = 100;
    /** Folders that GeoServer keeps in a workspace. */
    private static final Set<String> RESERVED = Set.of("styles", "layergroups");

    /** Parses a request's {@code workspace:name} or {@code name}. */
    public static LayerName parse(String text, String defaultWorkspace) {
        int colon = text.indexOf(':');
        return new LayerName(colon < 0 ? defaultWorkspace : text.substring(0, colon), text.substring(colon + 1));
    }

    /** Name of workspace and layer such as {@code deepsalt:ece}. */
    public String prefixed() {
        return workspace + ":" + local;
    }

    /** Adds a problem if no layer can have this name. */
    public void check(Problems problems) {
        if (!POSSIBLE.matcher(local).matches()
                || local.length() > LONGEST
                || RESERVED.contains(local.toLowerCase(Locale.ROOT))) {
            problems.add("layer name '" + local + "' is not possible: give at most " + LONGEST
                    + " letters, digits, underscores, dots and hyphens, beginning with a letter or underscore;"
                    + " 'styles' and 'layergroups' are taken");
        }
    }
}
