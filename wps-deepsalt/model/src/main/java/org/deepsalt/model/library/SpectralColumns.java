/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The spectral columns of a laboratory library, sorted by wavenumber, whatever their order in the file. Headers are
 * plain wavenumbers in cm-1, such as {@code 1500.2}, {@code m1500.2} or {@code X1500.2}, or those of the Open Soil
 * Spectral Library, such as {@code scan_mir.1500_abs}; the endings {@code _abs}, {@code _ref} and {@code _pct} tell
 * what the numbers are.
 */
final class SpectralColumns {
    private static final int NAMED = 5;
    private static final Pattern HEADER =
            Pattern.compile("(scan_mir[._]|m|x|a)?(\\d{2,5}(?:\\.\\d+)?)(?:_(abs|ref|pct|pcnt))?");
    /**
     * Wider than the gap that remains where carbon dioxide is cut out, narrower than what would hide a band of a salt.
     */
    static final double WIDEST_GAP = 50;

    private final int[] columns;
    private final double[] wavenumbers;
    private final double step;
    private final List<String> strangers;
    private final Set<SpectrumUnit> units = EnumSet.noneOf(SpectrumUnit.class);

    private SpectralColumns(SpectralGrid grid, List<String> header) {
        List<SpectralGrid.Candidate> points = grid.spectrum();
        this.columns = points.stream().mapToInt(SpectralGrid.Candidate::column).toArray();
        this.wavenumbers =
                points.stream().mapToDouble(SpectralGrid.Candidate::position).toArray();
        this.step = grid.step();
        this.strangers = grid.strangers(header);
        for (int column : columns) {
            match(header.get(column))
                    .map(matcher -> matcher.group(3))
                    .map(SpectralColumns::unit)
                    .ifPresent(units::add);
        }
    }

    /** Finds the columns; what keeps them from a grid is added to the problems. */
    static SpectralColumns among(String library, List<String> header, Wavenumbers grid, Problems problems) {
        List<SpectralGrid.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            match(header.get(i))
                    .ifPresent(matcher -> candidates.add(new SpectralGrid.Candidate(
                            column, Double.parseDouble(matcher.group(2)), String.valueOf(matcher.group(1)))));
        }
        SpectralColumns found = new SpectralColumns(SpectralGrid.of(candidates), header);
        found.check("library '" + library + "'", grid, problems);
        return found;
    }

    private static Optional<MatchResult> match(String header) {
        Matcher matcher = HEADER.matcher(header.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static SpectrumUnit unit(String ending) {
        return switch (ending) {
            case "abs" -> SpectrumUnit.ABSORBANCE;
            case "ref" -> SpectrumUnit.REFLECTANCE;
            default -> SpectrumUnit.PERCENT;
        };
    }

    private void check(String library, Wavenumbers grid, Problems problems) {
        String wanted = String.format(
                Locale.ROOT,
                "wanted columns headed by their wavenumber in cm-1 that cover %.1f to %.1f",
                grid.first(),
                grid.last());
        if (columns.length == 0) {
            problems.add(library + " has no spectral columns, " + wanted + ", such as 1500.2 or scan_mir.1500_abs");
            return;
        }
        if (units.size() > 1) {
            problems.add(library + " has spectral columns of " + units + ", wanted one kind: leave the others out");
        }
        String here = String.format(
                        Locale.ROOT,
                        "%s has %d spectral columns from %.1f to %.1f cm-1",
                        library,
                        columns.length,
                        wavenumbers[0],
                        wavenumbers[columns.length - 1])
                + beside();
        gap().ifPresent(gap -> problems.add(here + gap));
        if (!grid.covers(wavenumbers)) {
            problems.add(here + ", " + wanted + ": give spectra of that range");
        }
    }

    private String beside() {
        int named = Math.min(NAMED, strangers.size());
        return strangers.isEmpty()
                ? ""
                : " (not counted, being no part of one spectrum: " + String.join(", ", strangers.subList(0, named))
                        + (strangers.size() > named ? " and " + (strangers.size() - named) + " more" : "") + ")";
    }

    /** The first two neighbours that are too near or too far from each other, in words. */
    private Optional<String> gap() {
        for (int i = 1; i < columns.length; i++) {
            double gap = wavenumbers[i] - wavenumbers[i - 1];
            if (gap == 0) {
                return Optional.of(", two of them at " + wavenumbers[i] + ": leave one out");
            }
            if (gap > WIDEST_GAP) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        " and none for %.0f cm-1 above %.1f, wanted no gap wider than %.0f: give finer spectra",
                        gap,
                        wavenumbers[i - 1],
                        WIDEST_GAP));
            }
        }
        return Optional.empty();
    }

    /** In cm-1, ascending. */
    double[] wavenumbers() {
        return wavenumbers;
    }

    /** Distance in cm-1 of most neighbours. */
    double step() {
        return step;
    }

    /** Headers that are numbers and no part of the spectrum. */
    List<String> strangers() {
        return strangers;
    }

    /** What the headers say the numbers are. */
    Optional<SpectrumUnit> unit() {
        return units.stream().findFirst();
    }

    /**
     * A row's numbers in the order of {@link #wavenumbers()}.
     *
     * @return null if the row has no spectrum at all, or a bad one, which the row is told
     */
    float @Nullable [] read(LibraryRow row) {
        float[] values = new float[columns.length];
        int bad = 0;
        int empty = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            String text = row.text(columns[i]);
            values[i] = row.number(text);
            if (!Float.isFinite(values[i])) {
                first = bad == 0 ? i : first;
                bad++;
                empty += text.isEmpty() ? 1 : 0;
            }
        }
        if (empty == values.length) {
            return null;
        }
        if (bad > 0) {
            row.refuse(
                    "the spectrum has cells without a number",
                    bad + ", the first '" + row.text(columns[first]) + "' at " + wavenumbers[first] + " cm-1",
                    "wanted a finite number in each spectral column: measure again or remove these rows");
            return null;
        }
        return isConstant(row, values) ? null : values;
    }

    private static boolean isConstant(LibraryRow row, float[] values) {
        for (float value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        row.refuse(
                "the spectrum is constant",
                "nothing but " + values[0],
                "wanted a measured spectrum: measure again or remove these rows");
        return true;
    }
}
