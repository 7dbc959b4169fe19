/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value on each axis.
 *
 * @param axes with names of their own
 * @param at position on each axis
 */
record Choice(List<Axis<?>> axes, List<Integer> at) {

    static Choice start(List<Axis<?>> axes) {
        return new Choice(
                axes,
                axes.stream()
                        .<Integer>map(axis -> axis.values().indexOf(axis.start()))
                        .toList());
    }

    boolean has(Axis<?> axis) {
        return position(axis) >= 0;
    }

    <T> T get(Axis<T> axis) {
        return axis.values().get(at.get(position(axis)));
    }

    private int position(Axis<?> axis) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).name().equals(axis.name())) {
                return i;
            }
        }
        return -1;
    }

    /** The same choice but for one axis. */
    Choice with(int axis, int position) {
        Integer[] moved = at.toArray(Integer[]::new);
        moved[axis] = position;
        return new Choice(axes, List.of(moved));
    }

    /** Values by name of the axis: numbers and texts. */
    Map<String, Object> described() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Axis<?> axis : axes) {
            Object value = get(axis);
            result.put(axis.name(), value instanceof Number ? value : value.toString());
        }
        return result;
    }
}
