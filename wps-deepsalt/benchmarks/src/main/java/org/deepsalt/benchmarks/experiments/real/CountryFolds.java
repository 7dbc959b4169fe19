/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Folds of whole countries, about equally large. */
final class CountryFolds {
    private CountryFolds() {}

    /** Rows of each fold: the largest country first, each to the fold that is smallest so far. */
    static List<int[]> of(List<String> countries, int folds) {
        Map<String, Integer> sizes = new TreeMap<>();
        countries.forEach(country -> sizes.merge(country, 1, Integer::sum));
        List<String> order = new ArrayList<>(sizes.keySet());
        order.sort(Comparator.comparing((String country) -> -sizes.getOrDefault(country, 0)));
        int[] filled = new int[folds];
        Map<String, Integer> foldOf = new HashMap<>();
        for (String country : order) {
            int smallest = 0;
            for (int fold = 1; fold < folds; fold++) {
                smallest = filled[fold] < filled[smallest] ? fold : smallest;
            }
            filled[smallest] += sizes.getOrDefault(country, 0);
            foldOf.put(country, smallest);
        }
        return IntStream.range(0, folds)
                .mapToObj(fold -> IntStream.range(0, countries.size())
                        .filter(row -> foldOf.getOrDefault(countries.get(row), -1) == fold)
                        .toArray())
                .toList();
    }

    /** A number for each row's country. */
    static int[] numbers(List<String> countries) {
        List<String> names = countries.stream().distinct().sorted().toList();
        return countries.stream().mapToInt(names::indexOf).toArray();
    }
}
