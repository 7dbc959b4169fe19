/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.training.reading.SpectralRegression;

/**
 * Whether a teacher that reads mid-infrared spectra helps a student that reads near-infrared ones of the same soils: EC
 * is measured at few sites; at more of them the teacher alone says what it is; others judge.
 */
public final class CrossModalExperiment {
    private static final String FILE = "afsis_ec_mir_nir_projections.csv.gz";
    private static final int MEASURED_SITES = 8;
    private static final int TAUGHT_SITES = 24;
    private static final String ALONE = "near-infrared student, measured sites alone";

    private final Path folder;
    private final int draws;

    /**
     * An experiment on a folder.
     *
     * @param draws of sites
     */
    public CrossModalExperiment(Path folder, int draws) {
        this.folder = folder;
        this.draws = draws;
    }

    /** Why there is nothing to do; empty if there is. */
    public String skipped() {
        return Files.exists(folder.resolve(FILE))
                ? ""
                : "the experiment crossmodal is skipped: " + folder + " has no " + FILE
                        + " (AfSIS phase I: projections of mid- and near-infrared spectra with EC)";
    }

    /**
     * Runs all draws and writes {@code crossmodal.md}.
     *
     * @param progress told each draw as it comes
     * @return the table
     */
    public String run(Path out, Consumer<String> progress) throws IOException {
        PairedSoils soils = PairedSoils.read(folder.resolve(FILE));
        Map<String, double[]> errors = new LinkedHashMap<>();
        for (int draw = 0; draw < draws; draw++) {
            int number = draw;
            errors(soils, draw)
                    .forEach((row, error) -> errors.computeIfAbsent(row, name -> new double[draws])[number] = error);
            progress.accept("draw " + (draw + 1) + " of " + draws);
        }
        String table = table(errors);
        Files.createDirectories(out);
        Files.writeString(out.resolve("crossmodal.md"), table);
        return table;
    }

    private static Map<String, Double> errors(PairedSoils soils, int seed) {
        List<String> sites =
                new ArrayList<>(soils.sites().stream().distinct().sorted().toList());
        Collections.shuffle(sites, new Random(seed));
        int[] measured = soils.rows(sites.subList(0, MEASURED_SITES));
        int[] taught = soils.rows(sites.subList(MEASURED_SITES, MEASURED_SITES + TAUGHT_SITES));
        int[] judges = soils.rows(sites.subList(MEASURED_SITES + TAUGHT_SITES, sites.size()));
        double[] known = soils.logs(measured);
        double[] truth = soils.logs(judges);
        int[] both =
                IntStream.concat(IntStream.of(measured), IntStream.of(taught)).toArray();
        SpectralRegression teacher = learn(soils, soils.middle(), measured, known);
        double[] said = teacher.read(soils.middle().select(taught)).mean();
        Map<String, Double> errors = new LinkedHashMap<>();
        double[] mean = new double[truth.length];
        Arrays.fill(mean, Arrays.stream(known).average().orElse(0));
        errors.put("mean of the measured sites", error(mean, truth));
        errors.put(ALONE, error(nearInfrared(soils, measured, known, judges), truth));
        errors.put(
                "near-infrared student, with the teacher's sites",
                error(nearInfrared(soils, both, joined(known, said), judges), truth));
        errors.put(
                "mid-infrared teacher itself",
                error(teacher.read(soils.middle().select(judges)).mean(), truth));
        errors.put(
                "near-infrared student, all these sites measured",
                error(nearInfrared(soils, both, joined(known, soils.logs(taught)), judges), truth));
        return errors;
    }

    private static double[] nearInfrared(PairedSoils soils, int[] rows, double[] targets, int[] judges) {
        return learn(soils, soils.near(), rows, targets)
                .read(soils.near().select(judges))
                .mean();
    }

    private static SpectralRegression learn(PairedSoils soils, Matrix features, int[] rows, double[] targets) {
        List<String> sites = IntStream.of(rows).mapToObj(soils.sites()::get).toList();
        return SpectralRegression.learn(features.select(rows), targets, CountryFolds.numbers(sites), 1);
    }

    private static double[] joined(double[] first, double[] second) {
        return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
                .toArray();
    }

    private static double error(double[] told, double[] truth) {
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            squares += (told[i] - truth[i]) * (told[i] - truth[i]);
        }
        return Math.sqrt(squares / truth.length);
    }

    private static String table(Map<String, double[]> errors) {
        StringBuilder text = new StringBuilder("""
                | row | RMSE of log10 EC, mean and deviation over the draws | draws with less than the student alone |
                |---|---|---|
                """);
        double[] alone = errors.getOrDefault(ALONE, new double[0]);
        errors.forEach((row, of) -> {
            double mean = Arrays.stream(of).average().orElse(Double.NaN);
            double squares = Arrays.stream(of)
                    .map(error -> (error - mean) * (error - mean))
                    .sum();
            long better = IntStream.range(0, of.length)
                    .filter(draw -> of[draw] < alone[draw])
                    .count();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f ± %.3f | %d of %d |%n",
                    row,
                    mean,
                    Math.sqrt(squares / Math.max(1, of.length - 1)),
                    better,
                    of.length));
        });
        return text.toString();
    }
}
