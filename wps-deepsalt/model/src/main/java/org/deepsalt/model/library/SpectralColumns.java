/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.deepsalt.model.Problems;
import org.deepsalt.model.spectra.BandResponse;
import org.jspecify.annotations.Nullable;

/**
 * The spectral columns of a laboratory library, sorted by position, whatever their order in the file. Headers are read
 * by {@link SpectralHeader}, what their numbers count is found by {@link AxisFinder}; the endings {@code _abs}, {@code
 * _ref} and {@code _pct} tell what the columns hold. Of a file with mid-infrared and Vis-NIR spectra one kind is read.
 */
final class SpectralColumns {
    private static final int NAMED = 5;
    /**
     * Wider than the gap that remains where carbon dioxide is cut out, narrower than what would hide a band of a salt.
     */
    static final double WIDEST_GAP = 50;

    private final int[] columns;
    private final double[] positions;
    private final double step;
    private final List<String> strangers;
    private final int ofOtherKind;
    private final Set<SpectrumUnit> units = EnumSet.noneOf(SpectrumUnit.class);
    private final AxisFinder.Result axis;

    private SpectralColumns(
            List<String> header,
            Map<Integer, SpectralHeader> headers,
            int ofOtherKind,
            Wavenumbers midInfrared,
            Optional<SpectralAxis> declared) {
        this.ofOtherKind = ofOtherKind;
        List<SpectralGrid.Candidate> candidates = new ArrayList<>();
        headers.forEach(
                (column, read) -> candidates.add(new SpectralGrid.Candidate(column, read.position(), read.style())));
        SpectralGrid grid = SpectralGrid.of(candidates);
        List<SpectralGrid.Candidate> points = grid.spectrum();
        this.columns = points.stream().mapToInt(SpectralGrid.Candidate::column).toArray();
        this.positions =
                points.stream().mapToDouble(SpectralGrid.Candidate::position).toArray();
        this.step = grid.step();
        this.strangers = grid.strangers(header);
        List<SpectralHeader> spectrum = Arrays.stream(columns)
                .sorted()
                .mapToObj(headers::get)
                .filter(Objects::nonNull)
                .toList();
        spectrum.forEach(read -> read.unit().ifPresent(units::add));
        this.axis = spectrum.isEmpty()
                ? new AxisFinder.Result(SpectralAxis.CM, Optional.empty())
                : new AxisFinder(spectrum, midInfrared).find(declared);
    }

    /**
     * Finds the columns; what keeps them from a grid is added to the problems.
     *
     * @param midInfrared what mid-infrared spectra must cover
     * @param declared what the request says that headers count, if it does; of a file with both kinds of spectra it
     *     chooses one, the mid infrared without it
     */
    static SpectralColumns among(
            String library,
            List<String> header,
            Wavenumbers midInfrared,
            Optional<SpectralAxis> declared,
            Problems problems) {
        Map<Integer, SpectralHeader> headers = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            SpectralHeader.of(header.get(i)).ifPresent(read -> headers.put(column, read));
        }
        int before = headers.size();
        if (has(headers, true) && has(headers, false)) {
            boolean wanted = declared.map(SpectralAxis::isVisNir).orElse(false);
            headers.values().removeIf(read -> isKind(read, !wanted));
        }
        SpectralColumns found = new SpectralColumns(header, headers, before - headers.size(), midInfrared, declared);
        found.check("library '" + library + "'", midInfrared, problems);
        return found;
    }

    private static boolean has(Map<Integer, SpectralHeader> headers, boolean visNir) {
        return headers.values().stream().anyMatch(read -> isKind(read, visNir));
    }

    /** Whether a header's words say that it is of one kind. */
    private static boolean isKind(SpectralHeader header, boolean visNir) {
        SpectralAxis axis = header.axis();
        return axis != null && axis.isVisNir() == visNir;
    }

    private void check(String library, Wavenumbers midInfrared, Problems problems) {
        String wanted = String.format(
                Locale.ROOT,
                "wanted columns headed by their wavenumber in cm-1 that cover %.1f to %.1f",
                midInfrared.first(),
                midInfrared.last());
        if (columns.length == 0) {
            problems.add(library + " has no spectral columns, " + wanted + ", such as 1500.2 or scan_mir.1500_abs, or"
                    + " by their wavelength in nm, such as 1490 or scan_visnir.1490_ref");
            return;
        }
        axis.problem()
                .ifPresent(problem -> problems.add(library + ": the headers of its spectrum" + beside() + " "
                        + (problem.startsWith("say") ? "" : "with ") + problem));
        if (units.size() > 1) {
            problems.add(library + " has spectral columns of " + units + ", wanted one kind: leave the others out");
        }
        String here = String.format(
                        Locale.ROOT,
                        "%s has %d spectral columns from %.1f to %.1f %s",
                        library,
                        columns.length,
                        positions[0],
                        positions[columns.length - 1],
                        axis().unit())
                + beside();
        gap().ifPresent(gap -> problems.add(here + gap));
        if (!axis().isVisNir() && !midInfrared.covers(positions)) {
            problems.add(here + ", " + wanted + ": give spectra of that range");
        }
        if (axis().isVisNir() && axis.problem().isEmpty() && !(step > 0 && step <= BandResponse.WIDEST_STEP)) {
            problems.add(here + " in steps of " + step + " nm, wanted steps of at most " + BandResponse.WIDEST_STEP
                    + " nm: give finer spectra");
        }
    }

    private String beside() {
        int named = Math.min(NAMED, strangers.size());
        return strangers.isEmpty()
                ? ""
                : " (not counted, being no part of one spectrum: " + String.join(", ", strangers.subList(0, named))
                        + (strangers.size() > named ? " and " + (strangers.size() - named) + " more" : "") + ")";
    }

    /**
     * The first two neighbours that are too near or, in the mid infrared, too far from each other, in words. Where a
     * Vis-NIR spectrum has a gap, the bands in it are not covered.
     */
    private Optional<String> gap() {
        for (int i = 1; i < columns.length; i++) {
            double gap = positions[i] - positions[i - 1];
            if (gap == 0) {
                return Optional.of(", two of them at " + positions[i] + ": leave one out");
            }
            if (gap > WIDEST_GAP && !axis().isVisNir()) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        " and none for %.0f cm-1 above %.1f, wanted no gap wider than %.0f: give finer spectra",
                        gap,
                        positions[i - 1],
                        WIDEST_GAP));
            }
        }
        return Optional.empty();
    }

    /** What the headers count. */
    SpectralAxis axis() {
        return axis.axis();
    }

    /** Wavenumbers in cm-1 or wavelengths in nm, ascending. */
    double[] positions() {
        return positions;
    }

    /** Distance of most neighbours, in the unit of the positions. */
    double step() {
        return step;
    }

    /** Headers that are numbers and no part of the spectrum. */
    List<String> strangers() {
        return strangers;
    }

    /** Columns of the other kind of spectrum, which were passed over. */
    int ofOtherKind() {
        return ofOtherKind;
    }

    /** What the headers say the numbers are. */
    Optional<SpectrumUnit> unit() {
        return units.stream().findFirst();
    }

    /**
     * A row's numbers in the order of {@link #positions()}.
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
                    bad + ", the first '" + row.text(columns[first]) + "' at " + positions[first] + " " + axis().unit(),
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
