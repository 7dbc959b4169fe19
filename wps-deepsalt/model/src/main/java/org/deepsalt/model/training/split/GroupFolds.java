/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.split;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Folds of whole groups, such as countries or places, about equally large: no group lies in two of them. */
public final class GroupFolds {
    private GroupFolds() {}

    /**
     * Whole groups, the largest first, each to the fold that has the fewest rows; one fold of a single group.
     *
     * @param groups number of the group of each row
     * @param rows that are folded
     * @param most folds
     * @return rows of each fold, in their order
     */
    public static List<int[]> of(int[] groups, int[] rows, int most) {
        int[] names = IntStream.of(rows).map(row -> groups[row]).distinct().toArray();
        long[] sizes = IntStream.of(names)
                .mapToLong(name ->
                        IntStream.of(rows).filter(row -> groups[row] == name).count())
                .toArray();
        Integer[] order = IntStream.range(0, names.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Long.compare(sizes[b], sizes[a]));
        int count = Math.min(most, names.length);
        long[] filled = new long[count];
        Map<Integer, Integer> foldOf = new HashMap<>();
        for (int group : order) {
            int emptiest = 0;
            for (int fold = 1; fold < count; fold++) {
                emptiest = filled[fold] < filled[emptiest] ? fold : emptiest;
            }
            filled[emptiest] += sizes[group];
            foldOf.put(names[group], emptiest);
        }
        return IntStream.range(0, count)
                .mapToObj(fold -> IntStream.of(rows)
                        .filter(row -> foldOf.getOrDefault(groups[row], -1) == fold)
                        .toArray())
                .toList();
    }

    /** A number for the group of each row, the same for the same name. */
    public static int[] numbers(List<String> names) {
        List<String> distinct = names.stream().distinct().sorted().toList();
        return names.stream().mapToInt(distinct::indexOf).toArray();
    }
}
