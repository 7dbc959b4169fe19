/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.files.RegularFile;

/**
 * A CSV file as laboratories and spreadsheets write it: plain or gzipped, UTF-8 or, with a byte order mark, UTF-16,
 * separated by comma, semicolon or tab. Rows come as they stand, the header as the first of them. Not thread-safe.
 */
public final class CsvTable implements AutoCloseable, Iterable<CsvRecord> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 1 << 20;
    private static final String SEPARATORS = ",;\t";

    private final CsvReader<CsvRecord> csv;
    private final CellNumbers numbers;

    private CsvTable(CsvReader<CsvRecord> csv, CellNumbers numbers) {
        this.csv = csv;
        this.numbers = numbers;
    }

    /** Opens a file; rows with too many or too few cells are left to the caller. */
    public static CsvTable open(Path file) throws IOException {
        BufferedReader text = text(file);
        try {
            char separator = separator(text);
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(new QuoteCheck(text, separator));
            return new CsvTable(csv, new CellNumbers(separator));
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static BufferedReader text(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(RegularFile.stream(file));
        try {
            boolean zipped = begin(raw) == 0x1f8b;
            InputStream bytes = zipped ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
            int mark = begin(bytes);
            Charset charset = mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
            BufferedReader text = new BufferedReader(new InputStreamReader(bytes, charset));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** The first two bytes, which stay to be read. */
    private static int begin(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return first << 8 | second;
    }

    /**
     * What a spreadsheet separates with depends on the country of its owner: it is what stands most often in the header
     * outside of quotes, since headers have no decimal commas.
     */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int next = text.read();
            if (next < 0 || (!quoted && (next == '\n' || next == '\r'))) {
                break;
            }
            quoted ^= next == '"';
            int kind = SEPARATORS.indexOf(next);
            if (kind >= 0 && !quoted) {
                counts[kind]++;
            }
        }
        text.reset();
        int most = 0;
        for (int kind = 1; kind < counts.length; kind++) {
            most = counts[kind] > counts[most] ? kind : most;
        }
        return SEPARATORS.charAt(most);
    }

    /** Why a table cannot be read, which the library wraps in what it was doing. */
    public static String reason(Exception thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage());
    }

    /** Reads the numbers of this table's cells. */
    public CellNumbers numbers() {
        return numbers;
    }

    @Override
    public Iterator<CsvRecord> iterator() {
        return csv.iterator();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
