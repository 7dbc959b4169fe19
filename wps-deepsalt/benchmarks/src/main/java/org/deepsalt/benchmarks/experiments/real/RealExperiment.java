/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Salinity of real soils from their spectra, judged by countries that were not learned from. */
public final class RealExperiment {
    private static final int FOLDS = 5;

    private final Path train;
    private final @Nullable Path test;

    /**
     * An experiment on two folders, or on one whose countries are held out in turn.
     *
     * @param test null to hold out countries of the other folder
     */
    public RealExperiment(Path train, @Nullable Path test) {
        this.train = train;
        this.test = test;
    }

    private static List<SoilMethod> methods() {
        List<SoilMethod> methods = new ArrayList<>(ClassicalMethods.all());
        methods.addAll(ReadingMethods.all());
        methods.addAll(PresetMethods.all());
        return methods;
    }

    /** Names of the rows of the table. */
    public static Stream<String> rows() {
        return methods().stream().map(SoilMethod::name);
    }

    /** Why there is nothing to do; empty if there is. */
    public String skipped() {
        for (Path folder : test == null ? List.of(train) : List.of(train, test)) {
            if (!RealSoils.isIn(folder)) {
                return "the experiment real is skipped: " + folder + " has no icraf_isric_samples.csv.gz and"
                        + " icraf_isric_vnir_spectra.csv.gz (ICRAF-ISRIC soil spectral library, doi"
                        + " 10.34725/DVN/MFHA9C)";
            }
        }
        return "";
    }

    /**
     * Runs rows and writes {@code real.md} and {@code real.png}. TensorFlow must have been started.
     *
     * @param wanted which rows, by name
     * @param progress told each row as it comes
     * @return the table
     */
    public String run(Predicate<String> wanted, Path out, Consumer<String> progress) throws IOException {
        RealSoils known = RealSoils.read(train);
        RealSoils others = test == null ? null : RealSoils.read(test);
        List<SoilMethod> methods =
                methods().stream().filter(method -> wanted.test(method.name())).toList();
        FigureTable table = new FigureTable();
        for (SoilMethod method : methods) {
            SoilFigures figures = others == null ? heldOut(method, known) : elsewhere(method, known, others);
            table.add(method.name(), figures);
            progress.accept(method.name() + ": " + FigureTable.cells(figures));
        }
        Files.createDirectories(out);
        Files.writeString(out.resolve("real.md"), table.toString());
        table.draw(
                "log10(EC 1:2.5 + 0.01) of real soils of countries that were not learned from",
                out.resolve("real.png"));
        return table.toString();
    }

    private static SoilFigures elsewhere(SoilMethod method, RealSoils known, RealSoils others) throws IOException {
        return SoilFigures.of(others.ec(), others.logs(), method.reader().read(known, others));
    }

    private static SoilFigures heldOut(SoilMethod method, RealSoils soils) throws IOException {
        double[] told = new double[soils.size()];
        for (int[] fold : CountryFolds.of(soils.countries(), FOLDS)) {
            boolean[] held = new boolean[soils.size()];
            Arrays.stream(fold).forEach(row -> held[row] = true);
            int[] learned =
                    IntStream.range(0, soils.size()).filter(row -> !held[row]).toArray();
            double[] read = method.reader().read(soils.select(learned), soils.select(fold));
            for (int i = 0; i < fold.length; i++) {
                told[fold[i]] = read[i];
            }
        }
        return SoilFigures.of(soils.ec(), soils.logs(), told);
    }
}
