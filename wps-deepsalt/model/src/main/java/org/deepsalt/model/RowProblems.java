/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a table that cannot be used: per kind of problem their number and the first of them. Not thread-safe. */
public final class RowProblems {
    private static final int NAMED = 3;

    private final String table;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    private static final class Kind {
        private final String remedy;
        private final List<String> first = new ArrayList<>();
        private long count;

        private Kind(String remedy) {
            this.remedy = remedy;
        }
    }

    /** @param table what the sentences begin with, such as {@code library 'x'} */
    public RowProblems(String table) {
        this.table = table;
    }

    /**
     * Adds a row with a problem to its kind.
     *
     * @param kind what is wrong, the same words for each row with that problem
     * @param row which one, such as {@code line 7}
     * @param got what stands there
     * @param remedy what was wanted, and what to do
     */
    public void add(String kind, String row, String got, String remedy) {
        Kind known = kinds.computeIfAbsent(kind, key -> new Kind(remedy));
        known.count++;
        if (known.first.size() < NAMED) {
            known.first.add(row + (got.isEmpty() ? "" : " has " + got));
        }
    }

    /** Whether a row has a problem. */
    public boolean any() {
        return !kinds.isEmpty();
    }

    /** One sentence per kind, in the order in which they were met. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        kinds.forEach((kind, rows) -> {
            long more = rows.count - rows.first.size();
            sentences.add(table + ": " + kind + " in " + rows.count + (rows.count == 1 ? " row: " : " rows: ")
                    + String.join(", ", rows.first) + (more > 0 ? " and " + more + " more" : "") + "; " + rows.remedy);
        });
        return sentences;
    }
}
