/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.List;

/**
 * Which group each pixel of an evaluation belongs to.
 *
 * @param by what the groups differ in
 * @param classes all groups that there can be, in the order in which they are reported
 * @param labels group of each pixel, in step with the predictions; empty if there is no such grouping
 * @param absent why there is no such grouping; empty if there is one
 */
public record Grouping(String by, List<String> classes, List<String> labels, String absent) {
    /** Groups of pixels that cannot be told which class they belong to. */
    public static final String UNKNOWN = "unknown";

    static Grouping of(String by, List<String> classes, List<String> labels) {
        return new Grouping(by, classes, labels, "");
    }

    static Grouping absent(String by, String reason) {
        return new Grouping(by, List.of(), List.of(), reason);
    }

    public boolean exists() {
        return absent.isEmpty();
    }
}
