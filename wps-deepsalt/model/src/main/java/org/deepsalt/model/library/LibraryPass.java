/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final List<String> countries = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<float[]> spectra = new ArrayList<>();
    private final Map<String, Long> skipped = new TreeMap<>();
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
        this.columns = SpectralColumns.among(library, fields, grid, options.axis(), missing);
        header.check(library, property, options, columns.axis(), missing);
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
        String country = row.measured(header.country());
        String lacking = tooDeep.isEmpty() ? lacking(spectrum, values, country) : tooDeep;
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
        countries.add(country);
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

    private String lacking(float @Nullable [] spectrum, double[] values, String country) {
        if (spectrum == null) {
            return "without a spectrum";
        }
        boolean placed = !Double.isNaN(values[0]) && !Double.isNaN(values[1]);
        if (!placed && !columns.axis().isVisNir()) {
            return "without coordinates";
        }
        if (!placed && country.isEmpty()) {
            return "without coordinates or a country";
        }
        return Double.isNaN(values[2]) ? LibraryNotes.without(property.key()) : "";
    }

    /**
     * Ends the pass: converts the spectra.
     *
     * @throws InvalidRequestException with everything that is wrong with the rows
     */
    FtirLibraryReader.Content finish() {
        Optional<SpectrumUnit> declared = options.spectra().or(columns::unit);
        List<String> sentences = new ArrayList<>();
        LibraryNotesBuilder notes = notes().declared(declared.isPresent());
        if (measured == 0) {
            if (!problems.any()) {
                sentences.add("library '" + library + "' holds no samples"
                        + (skipped.isEmpty() ? "" : " that can be used: rows " + skipped));
            }
        } else {
            SpectraConversion conversion = new SpectraConversion(columns, spectra, places, declared);
            conversion.problem().ifPresent(problem -> sentences.add("library '" + library + "': " + problem));
            if (sentences.isEmpty()) {
                SpectrumUnit unit = conversion.unit();
                conversion.convert(unit, grid, problems);
                notes.values(unit.text()).floored(conversion.floored());
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
        return columns.axis().isVisNir()
                ? FtirLibraryReader.Content.of(visNir(), notes.build())
                : FtirLibraryReader.Content.of(midInfrared(), notes.build());
    }

    private FtirLibrary midInfrared() {
        Matrix absorbance = Matrix.of(spectra.toArray(new float[0][]), grid.count());
        return new FtirLibrary(List.copyOf(ids), column(0), column(1), target(), absorbance, grid);
    }

    private VisNirLibrary visNir() {
        double[] at = columns.positions();
        Matrix reflectance = Matrix.of(spectra.toArray(new float[0][]), at.length);
        return new VisNirLibrary(column(0), column(1), target(), List.copyOf(countries), at, reflectance);
    }

    private float[] target() {
        double[] values = column(2);
        float[] target = new float[values.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) values[i];
        }
        return target;
    }

    private double[] column(int index) {
        return numbers.stream().mapToDouble(row -> row[index]).toArray();
    }

    private LibraryNotesBuilder notes() {
        double[] at = columns.positions();
        return LibraryNotesBuilder.builder()
                .library(library)
                .axis(columns.axis().unit())
                .columns(at.length)
                .lowest(at[0])
                .highest(at[at.length - 1])
                .step(columns.step())
                .strangers(columns.strangers())
                .ofOtherKind(columns.ofOtherKind())
                .rows(spectra.size())
                .skipped(skipped)
                .depths(depths.notes())
                .belowDetection(belowDetection)
                .conversions(conductivity.conversions().list());
    }
}
