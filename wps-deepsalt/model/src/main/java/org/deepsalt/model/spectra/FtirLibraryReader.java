/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;

/**
 * Reads a laboratory library: CSV, plain or gzipped, one row per sample, with the columns {@code id, longitude,
 * latitude, ec_dS_m, ec_extract} (in any order and case, further columns are passed over) and one column of absorbance
 * per wavenumber, headed {@code 1500.2} or, as the Open Soil Spectral Library has it, {@code scan_mir.1500_abs}.
 * Spectra are resampled linearly onto the model's grid.
 */
public final class FtirLibraryReader {
    private static final int MOST_PROBLEMS = 5;
    private static final String PASTE = "saturated_paste";
    /** No soil absorbs so strongly; percent reflectance taken for absorbance does. */
    private static final double LARGEST_ABSORBANCE = 10;

    private final Wavenumbers grid;

    public FtirLibraryReader(Wavenumbers grid) {
        this.grid = grid;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidRequestException with the first problems and their rows
     */
    public FtirLibrary read(Path file) {
        try (Reader text = open(file);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            return new Reading(file.getFileName().toString()).all(csv);
        } catch (IOException | CsvParseException e) {
            throw new DeepSaltException(
                    "library '" + file.getFileName() + "' cannot be read: " + e.getMessage()
                            + "; give a CSV file, plain or gzipped",
                    e);
        }
    }

    private static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return new InputStreamReader(zipped ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }

    /** One pass over one file. */
    private final class Reading {
        private final String name;
        private final List<String> problems = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final List<double[]> numbers = new ArrayList<>();
        private final List<float[]> spectra = new ArrayList<>();
        private long bad;

        private Reading(String name) {
            this.name = name;
        }

        private FtirLibrary all(CsvReader<CsvRecord> csv) {
            LibraryHeader header = null;
            for (CsvRecord row : csv) {
                if (header == null) {
                    header = LibraryHeader.parse(name, row.getFields(), grid);
                } else {
                    add(header, row);
                }
            }
            if (ids.isEmpty() && problems.isEmpty()) {
                problems.add("library '" + name + "' holds no samples");
            }
            if (!problems.isEmpty()) {
                throw new InvalidRequestException(bad > problems.size() ? withCount() : problems);
            }
            return new FtirLibrary(
                    List.copyOf(ids),
                    column(0),
                    column(1),
                    toFloats(column(2)),
                    Matrix.of(spectra.toArray(new float[0][]), grid.count()),
                    grid);
        }

        private List<String> withCount() {
            List<String> all = new ArrayList<>(problems);
            all.add("library '" + name + "': " + bad + " rows are wrong in all, the first " + problems.size()
                    + " are named");
            return all;
        }

        private void add(LibraryHeader header, CsvRecord row) {
            try {
                String id = header.id(row);
                double longitude = bounded(header.longitude(row), "longitude", -180, 180);
                double latitude = bounded(header.latitude(row), "latitude", -90, 90);
                double ece = bounded(header.ec(row), "EC in dS/m", 0, 500);
                requirePaste(header.extract(row));
                float[] spectrum = grid.resample(header.wavenumbers(), header.absorbance(row, LARGEST_ABSORBANCE));
                if (!seen.add(id)) {
                    throw new IllegalArgumentException("the id '" + id + "' stands twice");
                }
                ids.add(id);
                numbers.add(new double[] {longitude, latitude, ece});
                spectra.add(spectrum);
            } catch (IllegalArgumentException e) {
                bad++;
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add("library '" + name + "', line " + row.getStartingLineNumber() + ": " + e.getMessage());
                }
            }
        }

        private double[] column(int index) {
            return numbers.stream().mapToDouble(row -> row[index]).toArray();
        }
    }

    private static double bounded(double value, String what, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is %s, wanted %.0f to %.0f", what, value, low, high));
        }
        return value;
    }

    private static void requirePaste(String extract) {
        if (!extract.equals(PASTE)) {
            throw new IllegalArgumentException(
                    "EC is of the extract '" + extract + "', wanted '" + PASTE + "': convert it to ECe first");
        }
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
