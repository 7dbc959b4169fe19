/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * How a program writes a table: byte order mark, separator, decimal sign, quotes, ends of lines, compression.
 *
 * @param separator between cells
 * @param decimal point or comma
 */
record TableDialect(boolean mark, char separator, char decimal, boolean quotes, String lineEnd, boolean gzip) {
    /** One by dice. A decimal comma wants another separator, or quotes. */
    static TableDialect of(Random random) {
        char separator = ",;\t".charAt(random.nextInt(3));
        char decimal = separator != ',' && random.nextBoolean() ? ',' : '.';
        String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        return new TableDialect(
                random.nextBoolean(), separator, decimal, random.nextInt(3) == 0, lineEnd, random.nextInt(4) == 0);
    }

    /** The file of a table. Numbers in rows have a point, which becomes the dialect's sign. */
    byte[] file(List<String> header, List<List<String>> rows) {
        StringBuilder text =
                new StringBuilder(mark ? "\ufeff" : "").append(line(header)).append(lineEnd);
        for (List<String> row : rows) {
            List<String> cells = row.stream()
                    .map(cell -> cell.matches("<?-?\\d+\\.\\d+") ? cell.replace('.', decimal) : cell)
                    .toList();
            text.append(line(cells)).append(lineEnd);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return gzip ? zipped(bytes) : bytes;
    }

    private String line(List<String> cells) {
        return cells.stream()
                .map(cell -> quotes || cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
