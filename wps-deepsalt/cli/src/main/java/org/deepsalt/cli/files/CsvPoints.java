/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.PointFeature;

/**
 * Reads points from a CSV file with a header and the columns {@code longitude} and {@code latitude} in WGS 84 degrees.
 */
final class CsvPoints {
    private CsvPoints() {}

    static List<PointFeature> read(Path file) {
        List<PointFeature> points = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                points.add(point(file, row));
            }
        } catch (IOException | CsvParseException e) {
            throw new DeepSaltException(
                    "samples '" + file.getFileName() + "' cannot be read as CSV: " + e.getMessage(), e);
        }
        return points;
    }

    private static PointFeature point(Path file, NamedCsvRecord row) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((name, text) -> attributes.put(name.trim().toLowerCase(Locale.ROOT), value(text)));
        if (attributes.get("longitude") instanceof Number longitude
                && attributes.get("latitude") instanceof Number latitude) {
            return new PointFeature(longitude.doubleValue(), latitude.doubleValue(), attributes);
        }
        throw new DeepSaltException("samples '" + file.getFileName() + "', line " + row.getStartingLineNumber()
                + ": wanted numbers in columns 'longitude' and 'latitude', the columns are " + attributes.keySet());
    }

    private static Object value(String text) {
        try {
            return Double.valueOf(text.trim());
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
