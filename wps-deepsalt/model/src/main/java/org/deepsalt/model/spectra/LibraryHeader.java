/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.InvalidRequestException;

/** Which column of a laboratory library holds what. */
final class LibraryHeader {
    private static final Pattern WAVENUMBER = Pattern.compile("(?:scan_mir\\.)?(\\d+(?:\\.\\d+)?)(?:_abs)?");
    private static final List<String> WANTED = List.of("id", "longitude", "latitude", "ec_ds_m", "ec_extract");

    private record Channel(int column, double wavenumber) {}

    private final int[] named;
    private final int[] channels;
    private final double[] wavenumbers;

    private LibraryHeader(int[] named, List<Channel> channels) {
        this.named = named;
        this.channels = channels.stream().mapToInt(Channel::column).toArray();
        this.wavenumbers = channels.stream().mapToDouble(Channel::wavenumber).toArray();
    }

    static LibraryHeader parse(String library, List<String> fields, Wavenumbers grid) {
        List<String> lower = fields.stream()
                .map(field -> field.trim().toLowerCase(Locale.ROOT))
                .toList();
        List<String> problems = new ArrayList<>();
        for (String wanted : WANTED) {
            if (!lower.contains(wanted)) {
                problems.add("library '" + library + "' has no column '" + wanted + "'; wanted are " + WANTED
                        + " and one column per wavenumber");
            }
        }
        List<Channel> channels = new ArrayList<>();
        for (int column = 0; column < lower.size(); column++) {
            OptionalDouble wavenumber = wavenumber(lower.get(column));
            if (wavenumber.isPresent()) {
                channels.add(new Channel(column, wavenumber.getAsDouble()));
            }
        }
        channels.sort(Comparator.comparingDouble(Channel::wavenumber));
        LibraryHeader header =
                new LibraryHeader(WANTED.stream().mapToInt(lower::indexOf).toArray(), channels);
        if (!grid.covers(header.wavenumbers)) {
            problems.add(String.format(
                    Locale.ROOT,
                    "library '%s' has %d spectral columns%s, wanted columns that cover %.1f to %.1f cm-1",
                    library,
                    channels.size(),
                    channels.isEmpty()
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    " from %.1f to %.1f cm-1",
                                    header.wavenumbers[0],
                                    header.wavenumbers[channels.size() - 1]),
                    grid.first(),
                    grid.last()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return header;
    }

    private static OptionalDouble wavenumber(String field) {
        Matcher matcher = WAVENUMBER.matcher(field);
        return matcher.matches() ? OptionalDouble.of(Double.parseDouble(matcher.group(1))) : OptionalDouble.empty();
    }

    /** Wavenumbers of the spectral columns in cm-1, ascending. */
    double[] wavenumbers() {
        return wavenumbers;
    }

    String id(CsvRecord row) {
        String id = field(row, named[0]).trim();
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the id is empty");
        }
        return id;
    }

    double longitude(CsvRecord row) {
        return number(row, named[1]);
    }

    double latitude(CsvRecord row) {
        return number(row, named[2]);
    }

    double ec(CsvRecord row) {
        return number(row, named[3]);
    }

    String extract(CsvRecord row) {
        return field(row, named[4]).trim().toLowerCase(Locale.ROOT);
    }

    /** The spectrum in the order of {@link #wavenumbers()}. */
    double[] absorbance(CsvRecord row, double largest) {
        double[] values = new double[channels.length];
        boolean varies = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = number(row, channels[i]);
            if (!(Math.abs(values[i]) <= largest)) {
                throw new IllegalArgumentException("the value at " + wavenumbers[i] + " cm-1 is " + values[i]
                        + ", wanted absorbance, at most " + largest + ": convert percent reflectance first");
            }
            varies |= values[i] != values[0];
        }
        if (!varies) {
            throw new IllegalArgumentException("all values of the spectrum are " + values[0]);
        }
        return values;
    }

    private static double number(CsvRecord row, int column) {
        String text = field(row, column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("column " + (column + 1) + " is '" + text + "', wanted a number", e);
        }
    }

    private static String field(CsvRecord row, int column) {
        if (column >= row.getFieldCount()) {
            throw new IllegalArgumentException(
                    "the line has " + row.getFieldCount() + " columns, wanted at least " + (column + 1));
        }
        return row.getField(column);
    }
}
