/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.local.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.table.CellNumbers;
import org.deepsalt.model.table.CsvTable;
import org.deepsalt.model.table.HeaderNames;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.raster.grid.DegreesPath;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * Reads points from a CSV file with a header and the columns {@code longitude} and {@code latitude} in WGS 84 degrees,
 * in the forms that laboratory libraries have too. Rows without any cell filled are passed over.
 */
final class CsvPoints {
    private final String table;
    private final List<String> names;
    private final int longitude;
    private final int latitude;
    private final CellNumbers numbers;
    private final DegreesPath degrees;

    private CsvPoints(String table, List<String> names, CellNumbers numbers) {
        this.table = table;
        this.names = names.stream().map(String::strip).toList();
        this.numbers = numbers;
        this.degrees = DegreesPath.from(table, DefaultGeographicCRS.WGS84);
        HeaderNames header = new HeaderNames(names);
        if (!header.repeated().isEmpty()) {
            throw new DeepSaltException(table + " has several columns named " + String.join(", ", header.repeated())
                    + ": rename or remove all but one of each");
        }
        this.longitude = header.first(HeaderNames.LONGITUDE);
        this.latitude = header.first(HeaderNames.LATITUDE);
        if (longitude < 0 || latitude < 0) {
            throw new DeepSaltException(table + " wants columns 'longitude' and 'latitude' in WGS 84 degrees, the"
                    + " columns are " + this.names + ": add or rename them");
        }
    }

    static List<PointFeature> read(Path file) {
        String table = "samples '" + file.getFileName() + "'";
        try (CsvTable csv = CsvTable.open(file)) {
            Iterator<CsvRecord> rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new DeepSaltException(table + " is empty: give a CSV file with a header and a row per point");
            }
            CsvPoints points = new CsvPoints(table, rows.next().getFields(), csv.numbers());
            return points.all(rows);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new DeepSaltException(
                    table + " cannot be read as CSV: " + CsvTable.reason(e) + "; give a CSV file, plain or gzipped", e);
        }
    }

    private List<PointFeature> all(Iterator<CsvRecord> rows) {
        List<PointFeature> points = new ArrayList<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (!row.getFields().stream().allMatch(String::isBlank)) {
                points.add(point(row));
            }
        }
        if (numbers.mixed()) {
            throw new DeepSaltException(table + " has numbers with a decimal point and numbers with a decimal comma:"
                    + " write all of them with a point, and none with a separator of thousands");
        }
        return points;
    }

    private PointFeature point(CsvRecord row) {
        String line = table + ", line " + row.getStartingLineNumber() + ": ";
        if (row.getFieldCount() != names.size()) {
            throw new DeepSaltException(line + "it has " + row.getFieldCount() + " cells, the header has "
                    + names.size() + ": the file may be cut off, or a cell has a separator without quotes");
        }
        double[] place = {numbers.parse(row.getField(longitude)), numbers.parse(row.getField(latitude))};
        if (Double.isNaN(place[0]) || Double.isNaN(place[1])) {
            throw new DeepSaltException(line + "wanted numbers in columns '" + names.get(longitude) + "' and '"
                    + names.get(latitude) + "', got '" + row.getField(longitude) + "' and '" + row.getField(latitude)
                    + "': correct or remove the row");
        }
        double[] at = degrees.degrees(place[0], place[1]);
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            String text = row.getField(column);
            double number = numbers.parse(text);
            attributes.put(names.get(column), Double.isNaN(number) ? text : (Object) number);
        }
        return new PointFeature(at[0], at[1], attributes);
    }
}
