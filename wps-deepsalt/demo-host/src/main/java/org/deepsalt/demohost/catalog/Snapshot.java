/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepsalt.demohost.style.MapStyle;

/**
 * Everything that one reading of the data directory found. Immutable.
 *
 * @param layers enabled ones by prefixed name, in that order
 * @param unreadable prefixed names of layers that were left out
 * @param styles by name, those of a workspace with its name and a colon before
 * @param services by name in lower case
 * @param warnings what was left out and why
 */
@RecordBuilder
record Snapshot(
        String defaultWorkspace,
        List<String> workspaces,
        Map<String, Layer> layers,
        Set<String> unreadable,
        Map<String, MapStyle> styles,
        Map<String, ServiceMetadata> services,
        Contact contact,
        List<String> warnings) {}
