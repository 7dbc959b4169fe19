/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepsalt.demohost.xml.XmlElement;

/** Collects what a style has that the host cannot draw. Not thread-safe. */
final class SldWarnings {
    private final String style;
    private final List<String> sentences = new ArrayList<>();

    SldWarnings(String style) {
        this.style = style;
    }

    /** Notes an element that has no effect. */
    void add(XmlElement element, String consequence) {
        sentences.add("style '" + style + "' has an element '" + element.name() + "' that this host does not support: "
                + consequence);
    }

    /** Notes all children that are not among the known ones. */
    void addUnknown(XmlElement parent, Set<String> known) {
        for (XmlElement child : parent.children()) {
            if (!known.contains(child.name())) {
                add(child, "it has no effect on the " + parent.name());
            }
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
