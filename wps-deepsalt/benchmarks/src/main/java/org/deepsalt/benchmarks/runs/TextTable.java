/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.util.List;

/** Tables for a terminal. */
public final class TextTable {
    private TextTable() {}

    /** One line per row, columns under each other; all rows have as many. */
    public static String of(List<String[]> rows) {
        StringBuilder table = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                int place = column;
                int width =
                        rows.stream().mapToInt(one -> one[place].length()).max().orElse(0);
                line.append(row[column]).append(" ".repeat(width - row[column].length() + 2));
            }
            table.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return table.toString();
    }
}
