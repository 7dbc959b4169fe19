/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepsalt.benchmarks.runs.Spread;
import org.deepsalt.benchmarks.runs.TextTable;
import org.deepsalt.raster.estimate.Stage;

/**
 * Figures for people, in two tables of one line per scene and layout: what an estimation took, and how far that is from
 * what the machine allows, which is not known of parts of scenes. Where there are three numbers, they are minimum /
 * median / maximum.
 */
final class FiguresTable {
    private static final String[] SPENT = {
        "scene",
        "layout",
        "precision",
        "threads",
        "estimated",
        "whole process, s",
        "estimation, s",
        "of the whole's, %",
        "pixels/s",
        "read/prepare/infer/write",
        "peak memory",
        "pixels that differ",
        "ECe by"
    };
    private static final String[] LIMITS = {
        "scene",
        "layout",
        "precision",
        "threads",
        "GDAL reads, s",
        "GDAL on all cores, s",
        "multiplying, s",
        "estimation / larger",
        "the same, GDAL on all cores",
        "whole command / GDAL's on all cores"
    };

    private FiguresTable() {}

    static String of(Figures figures) {
        List<String[]> spent = new ArrayList<>(List.<String[]>of(SPENT));
        List<String[]> limits = new ArrayList<>(List.<String[]>of(LIMITS));
        for (CaseFigures one : figures.cases()) {
            spent.add(spent(one));
            if (!one.variation().part()) {
                limits.add(limits(one));
            }
        }
        return String.format(
                Locale.ROOT,
                "%s, %s; %d repeats, model %s%n%.2f MFLOP per pixel, matrix products reach %.0f GFLOP/s on %d"
                        + " cores%n%n%s%n%s",
                figures.machine(),
                figures.date(),
                figures.repeats(),
                figures.model(),
                figures.flopPerPixel() / 1e6,
                figures.peakFlops() / 1e9,
                figures.processors(),
                TextTable.of(spent),
                TextTable.of(limits));
    }

    private static String[] spent(CaseFigures one) {
        return new String[] {
            scene(one),
            one.variation().layout().toString(),
            one.used(),
            threads(one),
            String.format(Locale.ROOT, "%,d", one.estimated()),
            spread(one.wholeSeconds()),
            spread(one.estimationSeconds()),
            one.shareOfWhole()
                    .map(share -> spread(share.map(whole -> 100 * whole)))
                    .orElse("100"),
            String.format(Locale.ROOT, "%,.0f", one.pixelsPerSecond().median()),
            shares(one),
            one.peakBytes().isPresent()
                    ? String.format(Locale.ROOT, "%.2f GB", one.peakBytes().getAsLong() / 1e9)
                    : "not known",
            String.format(Locale.ROOT, "%,d", one.difference().pixels()),
            String.format(Locale.ROOT, "%.4f", one.difference().ece())
        };
    }

    private static String[] limits(CaseFigures one) {
        return new String[] {
            scene(one),
            one.variation().layout().toString(),
            one.used(),
            threads(one),
            seconds(one.gdalSeconds()),
            seconds(one.gdalSecondsAllCores()),
            String.format(Locale.ROOT, "%.2f", one.multiplySeconds()),
            spread(one.ratio()),
            spread(one.ratioAllCores()),
            seconds(one.wholeRatio())
        };
    }

    private static String scene(CaseFigures one) {
        return one.size() + " x " + one.size() + (one.variation().part() ? ", 1 %" : "");
    }

    private static String threads(CaseFigures one) {
        return one.variation().threads() == 0
                ? "all"
                : Integer.toString(one.variation().threads());
    }

    private static String shares(CaseFigures one) {
        List<String> shares = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            shares.add(String.format(Locale.ROOT, "%.0f", 100 * one.shares().getOrDefault(stage, 0.0)));
        }
        return String.join("/", shares) + " %";
    }

    private static String seconds(Optional<Spread> spread) {
        return spread.map(FiguresTable::spread).orElse("no GDAL");
    }

    private static String spread(Spread spread) {
        return String.format(Locale.ROOT, "%.2f / %.2f / %.2f", spread.minimum(), spread.median(), spread.maximum());
    }
}
