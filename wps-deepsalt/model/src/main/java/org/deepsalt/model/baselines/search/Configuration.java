/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value on each hyperparameter.
 *
 * @param hyperparameters with names of their own
 * @param at position on each hyperparameter
 */
public record Configuration(List<Hyperparameter<?>> hyperparameters, List<Integer> at) {

    public static Configuration start(List<Hyperparameter<?>> hyperparameters) {
        return new Configuration(
                hyperparameters,
                hyperparameters.stream()
                        .<Integer>map(hyperparameter -> hyperparameter.values().indexOf(hyperparameter.start()))
                        .toList());
    }

    public boolean has(Hyperparameter<?> hyperparameter) {
        return position(hyperparameter) >= 0;
    }

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
