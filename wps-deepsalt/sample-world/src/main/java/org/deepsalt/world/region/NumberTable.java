/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named rows of numbers, read from a text that is part of this module: a name, then numbers separated by blanks. A line
 * that begins with a blank continues the row; # begins a comment line. Immutable.
 */
public final class NumberTable {
    private final Map<String, double[]> rows = new HashMap<>();

    private NumberTable() {}

    /** Reads the resource beside a class. */
    public static NumberTable read(Class<?> beside, String resource) {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NumberTable parse(List<String> lines) {
        NumberTable table = new NumberTable();
        StringBuilder numbers = new StringBuilder();
        @Nullable String name = null;
        for (String line : lines) {
            if (line.startsWith(" ")) {
                numbers.append(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                table.put(name, numbers.toString());
                numbers.setLength(0);
                int end = (line + " ").indexOf(' ');
                name = line.substring(0, end);
                numbers.append(line, end, line.length());
            }
        }
        table.put(name, numbers.toString());
        return table;
    }

    private void put(@Nullable String name, String numbers) {
        if (name != null) {
            rows.put(
                    name,
                    List.of(numbers.trim().split(" +", -1)).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
    }

    /** A copy of the row with the name. */
    public double[] row(String name) {
        double[] row = rows.get(name);
        if (row == null) {
            throw new IllegalStateException("the table has no row " + name + ", only " + rows.keySet());
        }
        return row.clone();
    }
}
