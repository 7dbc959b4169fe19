/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.benchmarks.runs.Spread;
import org.deepsalt.benchmarks.runs.TextTable;

/**
 * What one JVM estimates in a second.
 *
 * @param machine it was measured on, for people
 * @param pixels of a scene
 * @param repeats of every measurement
 */
record ThroughputFigures(String machine, long pixels, int repeats, List<Row> rows) {
    private static final String[] HEAD = {
        "processors", "scenes at once", "threads", "seconds", "pixels/s", "times the first", "waited for locks"
    };

    /** A case on so many processors. */
    record Row(int processors, ThroughputWorker.Told told) {
        Spread seconds() {
            return Spread.of(told.seconds());
        }
    }

    /** Pixels per second of all scenes together, the median of the repeats. */
    double pixelsPerSecond(Row row) {
        return row.told.asked().scenes() * pixels / row.seconds().median();
    }

    /** The figures for people. */
    String table() {
        List<String[]> lines = new ArrayList<>(List.<String[]>of(HEAD));
        double first = pixelsPerSecond(rows.get(0));
        for (Row row : rows) {
            Spread seconds = row.seconds();
            lines.add(new String[] {
                Integer.toString(row.processors),
                Integer.toString(row.told.asked().scenes()),
                Integer.toString(row.told.asked().threads()),
                String.format(
                        Locale.ROOT, "%.2f / %.2f / %.2f", seconds.minimum(), seconds.median(), seconds.maximum()),
                String.format(Locale.ROOT, "%,.0f", pixelsPerSecond(row)),
                String.format(Locale.ROOT, "%.2f", pixelsPerSecond(row) / first),
                waits(row.told)
            });
        }
        return String.format(
                Locale.ROOT,
                "%s; scenes of %,d pixels, %d repeats%n%n%s",
                machine,
                pixels,
                repeats,
                TextTable.of(lines));
    }

    /** The share of the threads' time that went into waiting, and the lock that took most of it. */
    private static String waits(ThroughputWorker.Told told) {
        double all = told.waits().values().stream().mapToDouble(one -> one).sum();
        double busy = told.asked().threads()
                * told.seconds().stream().mapToDouble(one -> one).sum();
        return told.waits().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> String.format(
                        Locale.ROOT, "%.1f %%, %.2f s, most for %s", 100 * all / busy, all, most.getKey()))
                .orElse("0 %");
    }

    /** The same figures for machines, with every repeat and every lock. */
    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("machine", machine).put("pixels", pixels).put("repeats", repeats);
        for (Row row : rows) {
            ObjectNode entry = root.withArray("cases").addObject();
            entry.put("processors", row.processors);
            entry.put("scenes", row.told.asked().scenes());
            entry.put("threads", row.told.asked().threads());
            row.told.seconds().forEach(entry.withArray("seconds")::add);
            entry.put("pixelsPerSecond", pixelsPerSecond(row));
            ObjectNode waits = entry.putObject("waitedSeconds");
            row.told.waits().forEach(waits::put);
        }
        return root.toPrettyString();
    }
}
