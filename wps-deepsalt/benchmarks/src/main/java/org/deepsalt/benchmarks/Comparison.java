/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepsalt.benchmarks.runs.TextTable;
import org.deepsalt.model.DeepSaltException;

/** What has changed since figures that were kept as JSON. */
final class Comparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] HEAD = {
        "scene", "variation", "estimation then, s", "now, s", "estimation / reading then", "now", "peak then", "now"
    };

    private Comparison() {}

    /**
     * Reads what an earlier run printed with {@code --json}.
     *
     * @throws DeepSaltException if the file holds something else
     */
    static JsonNode read(Path file) {
        try {
            JsonNode then = JSON.readTree(file.toFile());
            if (!then.path("cases").isArray()) {
                throw new DeepSaltException("'" + file + "' holds no figures, wanted what 'deepsalt benchmark --json'"
                        + " printed: name another file");
            }
            return then;
        } catch (IOException e) {
            throw new DeepSaltException("'" + file + "' cannot be read as JSON: " + e.getMessage(), e);
        }
    }

    /** A line for each case that both have. */
    static String of(JsonNode then, Figures figures) {
        JsonNode now = FiguresJson.tree(figures);
        List<String[]> rows = new ArrayList<>(List.<String[]>of(HEAD));
        for (JsonNode one : now.path("cases")) {
            for (JsonNode other : then.path("cases")) {
                if (key(one).equals(key(other))) {
                    rows.add(row(other, one));
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "against %s on %s:%n%s",
                then.path("date").asText("an unknown day"),
                then.path("machine").asText("an unknown machine"),
                TextTable.of(rows));
    }

    private static String key(JsonNode one) {
        return one.path("size").asInt() + " x " + one.path("size").asInt() + " "
                + one.path("layout").asText() + " " + one.path("precision").asText() + " "
                + one.path("threads").asInt() + (one.path("part").asBoolean() ? " 1 %" : "");
    }

    private static String[] row(JsonNode then, JsonNode now) {
        String key = key(now);
        int middle = key.indexOf(' ', key.indexOf('x') + 2);
        return new String[] {
            key.substring(0, middle),
            key.substring(middle + 1),
            number(then.at("/estimationSeconds/median")),
            number(now.at("/estimationSeconds/median")),
            number(then.at("/ratioAllCores/median")),
            number(now.at("/ratioAllCores/median")),
            gigabytes(then.path("peakBytes")),
            gigabytes(now.path("peakBytes"))
        };
    }

    private static String number(JsonNode one) {
        return one.isNumber() ? String.format(Locale.ROOT, "%.2f", one.asDouble()) : "not known";
    }

    private static String gigabytes(JsonNode one) {
        return one.isNumber() ? String.format(Locale.ROOT, "%.2f GB", one.asDouble() / 1e9) : "not known";
    }
}
