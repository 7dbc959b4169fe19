/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.table.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads a laboratory library: CSV, plain or gzipped, separated by comma, semicolon or tab, one row per sample, with the
 * columns of {@link LibraryHeader} and {@link SpectralColumns}; further columns are passed over. Mid-infrared spectra
 * become absorbance and are resampled linearly onto the model's grid, Vis-NIR ones become reflectance and keep their
 * wavelengths. A row that lacks a measurement altogether (an empty cell or NA) is passed over and counted; a row with a
 * wrong one refuses the library. Thread-safe.
 */
public final class FtirLibraryReader {
    private final Wavenumbers grid;

    /**
     * A library and how it was read: mid-infrared samples, or Vis-NIR ones.
     *
     * @param library mid-infrared samples with a measured property
     * @param unmeasured mid-infrared samples with a spectrum and a place, but no measured property
     * @param visNir Vis-NIR samples, measured or not; null if the library is of the mid infrared
     * @param notes conversions, skipped rows and so on
     */
    public record Content(
            FtirLibrary library,
            FtirLibrary unmeasured,
            @Nullable VisNirLibrary visNir,
            LibraryNotes notes) {

        static Content of(FtirLibrary all, LibraryNotes notes) {
            int[] others = IntStream.range(0, all.size())
                    .filter(row -> all.certainty()[row] == 0)
                    .toArray();
            return new Content(all.select(all.measured()), all.select(others), null, notes);
        }

        static Content of(VisNirLibrary visNir, LibraryNotes notes) {
            return new Content(FtirLibrary.NONE, FtirLibrary.NONE, visNir, notes);
        }

        /** All mid-infrared samples with a spectrum and a place, the measured ones first. */
        public FtirLibrary spectra() {
            return unmeasured.size() == 0 ? library : library.above(unmeasured);
        }
    }

    /** A reader that resamples mid-infrared spectra onto a grid of wavenumbers. */
    public FtirLibraryReader(Wavenumbers grid) {
        this.grid = grid;
    }

    /** Reads a file for training on ECe; what its spectra are is told by its headers or its values. */
    public FtirLibrary read(Path file) {
        return read(file, SoilProperty.ECE, LibraryOptions.USUAL).library();
    }

    /**
     * Reads a laboratory library with its EC.
     *
     * @param property what is to be learned
     * @param options what the file does not tell
     * @throws InvalidRequestException with the problems, how many rows have each, and the first of these
     */
    public Content read(Path file, SoilProperty property, LibraryOptions options) {
        return read(file, property, options, Progress.SILENT);
    }

    /** The same of a library that may be large, with a look at the progress at each row. */
    public Content read(Path file, SoilProperty property, LibraryOptions options, Progress progress) {
        String library = file.getFileName().toString();
        try (CsvTable csv = CsvTable.open(file)) {
            LibraryPass pass = null;
            for (CsvRecord row : csv) {
                progress.report(0, "reading the laboratory library");
                if (pass == null) {
                    pass = new LibraryPass(library, row.getFields(), grid, property, options, csv.numbers());
                } else {
                    pass.add(row);
                }
            }
            if (pass == null) {
                throw new InvalidRequestException(List.of("library '" + library + "' is empty: give a CSV file with a"
                        + " header and a row per sample, plain or gzipped"));
            }
            return pass.finish();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new DeepSaltException(
                    "library '" + library + "' cannot be read: " + CsvTable.reason(e)
                            + "; give a CSV file, plain or gzipped",
                    e);
        }
    }
}
