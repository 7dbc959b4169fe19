/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.RowProblems;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.table.CellNumbers;
import org.jspecify.annotations.Nullable;

/** One pass over a laboratory library: collects its rows and what is wrong with them. */
final class LibraryPass {
    private static final String CORRECT = ": correct or remove these rows";

    private final String library;
    private final Wavenumbers grid;
    private final int cells;
    private final SoilProperty property;
    private final LibraryHeader header;
    private final SpectralColumns columns;
    private final LibraryOptions options;
    private final EcReader conductivity;
    private final DepthFilter depths;
    private final RowProblems problems;
    private final CellNumbers cellNumbers;

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final List<String> places = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<float[]> spectra = new ArrayList<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private long floored;
    private long belowDetection;
    private int measured;

    /**
     * Checks the header and prepares to read the rows below it.
     *
     * @param property what to read besides the spectra
     * @param options what the request says about the library
     * @param cellNumbers reads the numbers of the table
     * @throws InvalidRequestException with everything that the header lacks
     */
    LibraryPass(
            String library,
            List<String> fields,
            Wavenumbers grid,
            SoilProperty property,
            LibraryOptions options,
            CellNumbers cellNumbers) {
        this.library = library;
        this.cellNumbers = cellNumbers;
        this.grid = grid;
        this.cells = fields.size();
        this.property = property;
        this.options = options;
        Problems missing = new Problems();
        this.header = LibraryHeader.of(fields, property);
        LibraryHeader.requireDistinct(library, fields, missing);
        header.check(library, property, options, missing);
        this.columns = SpectralColumns.among(library, fields, grid, missing);
        this.depths = new DepthFilter(fields, options.maxDepth());
        missing.throwIfAny();
        this.conductivity = new EcReader(header, options);
        this.problems = new RowProblems("library '" + library + "'");
    }

    /** Takes a row in, or notes why not. */
    void add(CsvRecord record) {
        LibraryRow row = new LibraryRow(record, header.id(), cellNumbers, problems);
        if (record.getFieldCount() != cells) {
            row.refuse(
                    "the number of cells is not that of the header",
                    String.valueOf(record.getFieldCount()),
                    "wanted " + cells + ": the file may be cut off, or a cell has a separator without quotes");
            return;
        }
        float @Nullable [] spectrum = columns.read(row);
        double[] values = values(row);
        String tooDeep = depths.skips(row);
        if (row.isBad()) {
            return;
        }
        String lacking = tooDeep.isEmpty() ? lacking(spectrum, values) : tooDeep;
        boolean unmeasured = lacking.equals(LibraryNotes.without(property.key()));
        if (!lacking.isEmpty()) {
            skipped.merge(lacking, 1L, Long::sum);
        }
        if (spectrum == null || !(lacking.isEmpty() || unmeasured)) {
            return;
        }
        if (!unmeasured) {
            measured++;
            depths.accept(row);
            belowDetection += row.isBelowDetection() ? 1 : 0;
            if (property.isEce()) {
                conductivity.accept();
            }
        }
        ids.add(row.id());
        places.add(row.place());
        numbers.add(values);
        spectra.add(spectrum);
    }

    /** Longitude, latitude and property. */
    private double[] values(LibraryRow row) {
        String id = row.id();
        Long first = id.isEmpty() ? null : lines.putIfAbsent(id, row.line());
        if (id.isEmpty()) {
            row.refuse("the id is empty", "", "wanted an id for each row");
        } else if (first != null) {
            row.refuse("the id is a duplicate", "the id of line " + first, "wanted ids that are unique" + CORRECT);
        }
        String swapped = ": they may be swapped, correct or remove these rows";
        return new double[] {
            row.number(header.longitude(), "longitude", -180, 180, "wanted -180 to 180" + swapped),
            row.number(header.latitude(), "latitude", -90, 90, "wanted -90 to 90" + swapped),
            property.isEce() ? conductivity.read(row) : other(row)
        };
    }

    private double other(LibraryRow row) {
        String name = property.name();
        double value = row.measurement(header.property(), name, options.belowDetection());
        if (value < 0) {
            row.refuse(name + " is out of range", String.valueOf(value), "wanted 0 or more" + CORRECT);
        }
        return value;
    }

    private String lacking(float @Nullable [] spectrum, double[] values) {
        if (spectrum == null) {
            return "without a spectrum";
        }
        if (Double.isNaN(values[0]) || Double.isNaN(values[1])) {
            return "without coordinates";
        }
        return Double.isNaN(values[2]) ? LibraryNotes.without(property.key()) : "";
    }

    /**
     * Ends the pass: converts the spectra to absorbance on the grid.
     *
     * @throws InvalidRequestException with everything that is wrong with the rows
     */
    FtirLibraryReader.Content finish() {
        Optional<SpectrumUnit> declared = options.spectra().or(columns::unit);
        List<String> sentences = new ArrayList<>();
        SpectrumUnit unit = SpectrumUnit.ABSORBANCE;
        if (measured == 0) {
            if (!problems.any()) {
                sentences.add("library '" + library + "' holds no samples"
                        + (skipped.isEmpty() ? "" : " that can be used: rows " + skipped));
            }
        } else {
            SpectrumUnitFinder finder = new SpectrumUnitFinder(columns.wavenumbers(), spectra, places);
            finder.problem(declared).ifPresent(problem -> sentences.add("library '" + library + "': " + problem));
            unit = declared.or(finder::guess).orElse(SpectrumUnit.ABSORBANCE);
            if (sentences.isEmpty()) {
                convert(unit);
            }
        }
        sentences.addAll(problems.sentences());
        header.clay().problem().ifPresent(problem -> sentences.add("library '" + library + "': " + problem));
        if (cellNumbers.mixed()) {
            sentences.add("library '" + library + "' has numbers with a decimal point and numbers with a decimal comma:"
                    + " write all of them with a point, and none with a separator of thousands");
        }
        if (!sentences.isEmpty()) {
            throw new InvalidRequestException(sentences);
        }
        FtirLibrary all = content();
        int[] others = IntStream.range(0, all.size())
                .filter(row -> all.certainty()[row] == 0)
                .toArray();
        return new FtirLibraryReader.Content(
                all.select(all.measured()), all.select(others), notes(unit, declared.isPresent()));
    }

    private void convert(SpectrumUnit unit) {
        for (int i = 0; i < spectra.size(); i++) {
            float[] raw = spectra.get(i);
            double[] absorbance = new double[raw.length];
            for (int k = 0; k < raw.length; k++) {
                if (!unit.allows(raw[k])) {
                    problems.add(
                            "the spectrum leaves the range of " + unit.text(),
                            places.get(i),
                            raw[k] + " at " + columns.wavenumbers()[k] + " cm-1",
                            "wanted " + unit.least() + " to " + unit.largest()
                                    + ": measure again or remove these rows");
                    break;
                }
                floored += unit.isBelowFloor(raw[k]) ? 1 : 0;
                absorbance[k] = unit.toAbsorbance(raw[k]);
            }
            spectra.set(i, grid.resample(columns.wavenumbers(), absorbance));
        }
    }

    private FtirLibrary content() {
        double[] longitude = column(0);
        double[] latitude = column(1);
        double[] values = column(2);
        float[] target = new float[values.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) values[i];
        }
        Matrix absorbance = Matrix.of(spectra.toArray(new float[0][]), grid.count());
        return new FtirLibrary(List.copyOf(ids), longitude, latitude, target, absorbance, grid);
    }

    private double[] column(int index) {
        return numbers.stream().mapToDouble(row -> row[index]).toArray();
    }

    private LibraryNotes notes(SpectrumUnit unit, boolean declared) {
        double[] at = columns.wavenumbers();
        return LibraryNotesBuilder.builder()
                .values(unit.text())
                .declared(declared)
                .columns(at.length)
                .lowest(at[0])
                .highest(at[at.length - 1])
                .step(columns.step())
                .strangers(columns.strangers())
                .floored(floored)
                .skipped(skipped)
                .depths(depths.notes())
                .belowDetection(belowDetection)
                .conversions(conductivity.conversions().list())
                .build();
    }
}
