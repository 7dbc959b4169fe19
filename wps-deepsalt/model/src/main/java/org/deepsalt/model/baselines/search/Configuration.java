/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value on each axis.
 *
 * @param axes with names of their own
 * @param at position on each axis
 */
public record Configuration(List<Hyperparameter<?>> axes, List<Integer> at) {

    public static Configuration start(List<Hyperparameter<?>> axes) {
        return new Configuration(
                axes,
                axes.stream()
                        .<Integer>map(axis -> axis.values().indexOf(axis.start()))
                        .toList());
    }

    public boolean has(Hyperparameter<?> axis) {
        return position(axis) >= 0;
    }

    public <T> T get(Hyperparameter<T> axis) {
        return axis.values().get(at.get(position(axis)));
    }

    private int position(Hyperparameter<?> axis) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).name().equals(axis.name())) {
                return i;
            }
        }
        return -1;
    }

    /** The same choice but for one axis. */
    Configuration with(int axis, int position) {
        Integer[] moved = at.toArray(Integer[]::new);
        moved[axis] = position;
        return new Configuration(axes, List.of(moved));
    }

    /** Values by name of the axis: numbers and texts. */
    public Map<String, Object> described() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Hyperparameter<?> axis : axes) {
            Object value = get(axis);
            result.put(axis.name(), value instanceof Number ? value : value.toString());
        }
        return result;
    }
}
