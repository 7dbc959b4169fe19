/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.deepsalt.benchmarks.runs.Spread;

/** Figures as JSON for machines: seconds, bytes, operations per second; what is not known is null. */
final class FiguresJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FiguresJson() {}

    static String of(Figures figures) {
        return tree(figures).toPrettyString();
    }

    static ObjectNode tree(Figures figures) {
        ObjectNode root = JSON.createObjectNode();
        root.put("machine", figures.machine());
        root.put("date", figures.date());
        root.put("processors", figures.processors());
        root.put("repeats", figures.repeats());
        root.put("model", figures.model());
        root.put("flopPerPixel", figures.flopPerPixel());
        root.put("peakFlops", figures.peakFlops());
        root.putArray("cases");
        figures.cases().forEach(one -> root.withArray("cases").add(entry(one)));
        return root;
    }

    private static ObjectNode entry(CaseFigures one) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("size", one.size());
        entry.put("layout", one.variation().layout().toString());
        entry.put("precision", one.used());
        entry.put("threads", one.variation().threads());
        entry.put("part", one.variation().part());
        entry.put("pixels", one.pixels());
        entry.put("estimated", one.estimated());
        put(entry, "wholeSeconds", Optional.of(one.wholeSeconds()));
        put(entry, "estimationSeconds", Optional.of(one.estimationSeconds()));
        put(entry, "pixelsPerSecond", Optional.of(one.pixelsPerSecond()));
        ObjectNode shares = entry.putObject("shares");
        one.shares().forEach((stage, share) -> shares.put(stage.key(), share));
        Long peak = one.peakBytes().isPresent() ? one.peakBytes().getAsLong() : null;
        entry.put("peakBytes", peak);
        put(entry, "gdalSeconds", one.gdalSeconds());
        put(entry, "gdalSecondsAllCores", one.gdalSecondsAllCores());
        entry.put("multiplySeconds", one.multiplySeconds());
        boolean whole = !one.variation().part();
        put(entry, "ratio", Optional.of(one.ratio()).filter(ratio -> whole));
        put(entry, "ratioAllCores", Optional.of(one.ratioAllCores()).filter(ratio -> whole));
        put(entry, "wholeRatio", one.wholeRatio());
        put(entry, "shareOfWhole", one.shareOfWhole());
        entry.put("differingPixels", one.difference().pixels());
        entry.put("largestDifference", one.difference().ece());
        return entry;
    }

    private static void put(ObjectNode entry, String name, Optional<Spread> spread) {
        if (spread.isEmpty()) {
            entry.putNull(name);
            return;
        }
        entry.putObject(name)
                .put("minimum", spread.get().minimum())
                .put("median", spread.get().median())
                .put("maximum", spread.get().maximum());
    }
}
