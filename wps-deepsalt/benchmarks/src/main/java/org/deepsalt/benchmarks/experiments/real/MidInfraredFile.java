/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.table.CsvTable;

/**
 * Whole mid-infrared spectra of real soils whose file has no place, or no EC, so that no training could take it. Read
 * as a laboratory library all the same: what the library's reader wants besides the spectra is filled in and not used.
 */
final class MidInfraredFile {
    private static final Pattern SPECTRAL = Pattern.compile("[A-Z]?\\d+(\\.\\d+)?");

    private MidInfraredFile() {}

    /**
     * Reads a file with the reader of laboratory libraries.
     *
     * @param unit of its spectra
     * @return absorbance on the model's grid, one row per spectrum
     */
    static Matrix read(Path file, SpectrumUnit unit) throws IOException {
        Path library = Files.createTempFile("deepsalt-mid-infrared-", ".csv");
        try {
            write(file, library);
            return new FtirLibraryReader(Wavenumbers.BRUKER)
                    .read(library, SoilProperty.ECE, LibraryOptions.USUAL.withSpectra(unit))
                    .library()
                    .absorbance();
        } finally {
            Files.delete(library);
        }
    }

    private static void write(Path file, Path library) throws IOException {
        try (CsvTable table = CsvTable.open(file);
                BufferedWriter out = Files.newBufferedWriter(library)) {
            Iterator<CsvRecord> rows = table.iterator();
            List<String> header = rows.next().getFields();
            int[] spectral = IntStream.range(0, header.size())
                    .filter(column -> SPECTRAL.matcher(header.get(column)).matches())
                    .toArray();
            out.write("id,longitude,latitude,ece_dS_m," + cells(header, spectral) + "\n");
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                out.write(row.getStartingLineNumber() + ",0,0,1," + cells(row.getFields(), spectral) + "\n");
            }
        }
    }

    private static String cells(List<String> row, int[] columns) {
        return IntStream.of(columns).mapToObj(row::get).collect(Collectors.joining(","));
    }
}
