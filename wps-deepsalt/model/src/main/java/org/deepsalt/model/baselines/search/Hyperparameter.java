/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.search;

import java.util.List;

/**
 * A hyperparameter and the values that a search tries.
 *
 * @param name for reports
 * @param start where the search begins, one of the values
 */
public record Hyperparameter<T>(String name, List<T> values, T start) {
    public Hyperparameter {
        if (!values.contains(start)) {
            throw new IllegalArgumentException(
                    "hyperparameter '" + name + "' starts at " + start + ", wanted one of " + values);
        }
    }
}
