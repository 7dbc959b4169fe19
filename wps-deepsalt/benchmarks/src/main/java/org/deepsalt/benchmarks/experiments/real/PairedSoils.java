/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.table.CsvTable;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.model.table.HeaderNames;

/**
 * African soils with a measured EC and what linear models told of their spectra in two ranges. The lists run in step.
 *
 * @param sites of each
 * @param ec in dS/m, above 0; its extract is not told
 * @param middle projections of the mid-infrared spectra
 * @param near projections of the near-infrared spectra
 */
record PairedSoils(List<String> sites, List<Double> ec, Matrix middle, Matrix near) {

    /** Reads those that have all of it. */
    static PairedSoils read(Path file) throws IOException {
        List<String> sites = new ArrayList<>();
        List<Double> ec = new ArrayList<>();
        List<float[]> middle = new ArrayList<>();
        List<float[]> near = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            Iterator<CsvRecord> rows = table.iterator();
            List<String> fields = rows.next().getFields();
            HeaderNames names = new HeaderNames(fields);
            int[] ofMiddle = columns(fields, "m_");
            int[] ofNear = columns(fields, "n_");
            rows.forEachRemaining(row -> {
                double value = DecimalText.parse(row.getField(names.find("ec_dSm")));
                float[] first = numbers(row, ofMiddle);
                float[] second = numbers(row, ofNear);
                if (value > 0 && isWhole(first) && isWhole(second)) {
                    sites.add(row.getField(names.find("Site")));
                    ec.add(value);
                    middle.add(first);
                    near.add(second);
                }
            });
            if (ec.isEmpty()) {
                throw new DeepSaltException("no soil of " + file + " has an EC and both spectra");
            }
            return new PairedSoils(
                    sites,
                    ec,
                    Matrix.of(middle.toArray(new float[0][]), ofMiddle.length),
                    Matrix.of(near.toArray(new float[0][]), ofNear.length));
        }
    }

    /** Rows of some sites. */
    int[] rows(List<String> wanted) {
        return IntStream.range(0, sites.size())
                .filter(row -> wanted.contains(sites.get(row)))
                .toArray();
    }

    /** Common logarithms of the EC of some rows. */
    double[] logs(int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> Math.log10(ec.get(row))).toArray();
    }

    private static int[] columns(List<String> fields, String prefix) {
        return IntStream.range(0, fields.size())
                .filter(column -> fields.get(column).startsWith(prefix))
                .toArray();
    }

    private static float[] numbers(CsvRecord row, int[] columns) {
        float[] numbers = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            numbers[i] = (float) DecimalText.parse(row.getField(columns[i]));
        }
        return numbers;
    }

    private static boolean isWhole(float[] numbers) {
        for (float number : numbers) {
            if (Float.isNaN(number)) {
                return false;
            }
        }
        return true;
    }
}
