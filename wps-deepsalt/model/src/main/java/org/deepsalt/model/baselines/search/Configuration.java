/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value for each hyperparameter.
 *
 * @param hyperparameters of different names
 * @param at position of the chosen value in each hyperparameter's values
 */
public record Configuration(List<Hyperparameter<?>> hyperparameters, List<Integer> at) {

    /** The start value of each hyperparameter. */
    public static Configuration start(List<Hyperparameter<?>> hyperparameters) {
        return new Configuration(
                hyperparameters,
                hyperparameters.stream()
                        .<Integer>map(hyperparameter -> hyperparameter.values().indexOf(hyperparameter.start()))
                        .toList());
    }

    /** Whether a hyperparameter of this name belongs to the configuration. */
    public boolean has(Hyperparameter<?> hyperparameter) {
        return position(hyperparameter) >= 0;
    }

    /** The value of a hyperparameter, which must belong to the configuration. */
    public <T> T get(Hyperparameter<T> hyperparameter) {
        return hyperparameter.values().get(at.get(position(hyperparameter)));
    }

    private int position(Hyperparameter<?> hyperparameter) {
        for (int i = 0; i < hyperparameters.size(); i++) {
            if (hyperparameters.get(i).name().equals(hyperparameter.name())) {
                return i;
            }
        }
        return -1;
    }

    /** The same configuration but for one hyperparameter. */
    Configuration with(int hyperparameter, int position) {
        Integer[] moved = at.toArray(Integer[]::new);
        moved[hyperparameter] = position;
        return new Configuration(hyperparameters, List.of(moved));
    }

    /** Values by name of the hyperparameter: numbers and texts. */
    public Map<String, Object> described() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Hyperparameter<?> hyperparameter : hyperparameters) {
            Object value = get(hyperparameter);
            result.put(hyperparameter.name(), value instanceof Number ? value : value.toString());
        }
        return result;
    }
}
