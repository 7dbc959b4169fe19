/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private static final Pattern HEADER =
            Pattern.compile("(?:scan_mir[._]|m|x)?(\\d{2,5}(?:\\.\\d+)?)(?:_(abs|ref|pct|pcnt))?");
    /**
     * Wider than the gap that remains where carbon dioxide is cut out, narrower than what would hide a band of a salt.
     */
    private static final double WIDEST_GAP = 50;

    private final int[] columns;
    private final double[] wavenumbers;
    private final Set<SpectrumUnit> units;

    private record Channel(int column, double wavenumber, Optional<SpectrumUnit> unit) {}

    private SpectralColumns(List<Channel> channels) {
        this.columns = channels.stream().mapToInt(Channel::column).toArray();
        this.wavenumbers = channels.stream().mapToDouble(Channel::wavenumber).toArray();
        this.units = EnumSet.noneOf(SpectrumUnit.class);
        channels.forEach(channel -> channel.unit.ifPresent(units::add));
    }

    /** Finds the columns; what keeps them from a grid is added to the problems. */
    static SpectralColumns among(String library, List<String> header, Wavenumbers grid, Problems problems) {
        List<Channel> channels = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            Matcher matcher = HEADER.matcher(header.get(column).trim().toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                channels.add(new Channel(column, Double.parseDouble(matcher.group(1)), unit(matcher.group(2))));
            }
        }
        channels.sort(Comparator.comparingDouble(Channel::wavenumber));
        SpectralColumns found = new SpectralColumns(channels);
        found.check("library '" + library + "'", grid, problems);
        return found;
    }

    private static Optional<SpectrumUnit> unit(String ending) {
        if (ending == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (ending) {
                    case "abs" -> SpectrumUnit.ABSORBANCE;
                    case "ref" -> SpectrumUnit.REFLECTANCE;
                    default -> SpectrumUnit.PERCENT;
                });
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
                wavenumbers[columns.length - 1]);
        gap().ifPresent(gap -> problems.add(here + gap));
        if (!grid.covers(wavenumbers)) {
            problems.add(here + ", " + wanted + ": give spectra of that range");
        }
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
