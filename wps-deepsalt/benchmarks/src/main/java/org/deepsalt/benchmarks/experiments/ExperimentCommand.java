/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.benchmarks.experiments.real.CrossModalExperiment;
import org.deepsalt.benchmarks.experiments.real.MidInfraredExperiment;
import org.deepsalt.benchmarks.experiments.real.RealExperiment;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.cli.Main;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code deepsalt experiment}. */
@Command(
        name = "deepsalt experiment",
        description = {
            "Answers a question of the science on synthetic worlds of several regions, one of them never labelled:"
                    + " trains once per row, world and number of labels, and compares with the true ECe of thousands"
                    + " of pixels.",
            "Prints a Markdown table, row by row on standard error as it comes, and writes it with a picture into a"
                    + " folder."
        })
public final class ExperimentCommand implements Callable<Integer> {
    /** Field labels beside the laboratory spectra whose worth is asked for. */
    private static final int FEW_LABELS = 60;
    /** Draws of sites in the experiment crossmodal. */
    private static final int DRAWS = 20;

    private static final long SEEDS_APART = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}")
    private Experiment experiment;

    @Option(names = "--seeds", split = ",", defaultValue = "1,2,3", description = "one world each; ${DEFAULT-VALUE}")
    private List<Long> seeds;

    @Option(
            names = "--budgets",
            split = ",",
            defaultValue = "60,250,1000",
            description = "numbers of labels; ${DEFAULT-VALUE}")
    private List<Integer> budgets;

    @Option(
            names = "--regions",
            defaultValue = "4",
            description = "of each world, the last never labelled; ${DEFAULT-VALUE}")
    private int regions;

    @Option(
            names = "--size",
            defaultValue = "256",
            description = "pixels along the side of each scene; ${DEFAULT-VALUE}")
    private int size;

    @Option(
            names = "--trainings",
            defaultValue = "1",
            description = "per row, world and number of labels, each with labels and seed of its own; ${DEFAULT-VALUE}")
    private int trainings;

    @Option(names = "--spectra", defaultValue = "500", description = "laboratory samples; ${DEFAULT-VALUE}")
    private int spectra;

    @Option(names = "--samples", defaultValue = "1400", description = "field samples to draw from; ${DEFAULT-VALUE}")
    private int samples;

    @Option(names = "--unlabelled", defaultValue = "30000", description = "pixels without a label; ${DEFAULT-VALUE}")
    private int unlabelled;

    @Option(names = "--truths", defaultValue = "8000", description = "pixels to compare with; ${DEFAULT-VALUE}")
    private int truths;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder with a world that others made, for the experiment external; seeds are then trainings,"
                    + " budgets those that it has files for")
    private @Nullable Path data;

    @Option(
            names = "--rows",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "only rows whose whole name matches, such as \"default|PLSR.*\"; default all")
    private Pattern rows;

    @Option(
            names = "--train",
            paramLabel = "DIR",
            description = "folder with real soils, for the experiments real (icraf_isric_samples.csv.gz and"
                    + " icraf_isric_vnir_spectra.csv.gz), crossmodal (afsis_ec_mir_nir_projections.csv.gz) and mir"
                    + " (afspec_mir_113.csv.gz, mir_H.138.csv.gz, here or in the folder above)")
    private @Nullable Path train;

    @Option(
            names = "--test",
            paramLabel = "DIR",
            description = "folder with soils of other countries to judge by; without it whole countries of the other"
                    + " folder are held out, in 5 folds")
    private @Nullable Path test;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "experiments", description = "default ${DEFAULT-VALUE}")
    private Path out;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        picocli.CommandLine line = new picocli.CommandLine(new ExperimentCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(Main.execute(line, arguments));
    }

    @Override
    public Integer call() throws IOException {
        ExperimentWorld.Plan plan = ExperimentWorldPlanBuilder.builder()
                .regions(regions)
                .size(size)
                .spectra(spectra)
                .samples(samples)
                .unlabelled(unlabelled)
                .truths(truths)
                .budgets(budgets)
                .build();
        Problems problems = new Problems();
        if (experiment != Experiment.EXTERNAL && !experiment.isReal()) {
            plan.check(problems);
        }
        if ((experiment == Experiment.EXTERNAL) != (data != null)) {
            problems.add(
                    data == null
                            ? "--data is missing: name a folder with a world that others made"
                            : "--data is for the experiment external alone: leave it out");
        }
        if (experiment.hasRows() && rowNames().noneMatch(this::wanted)) {
            problems.add("--rows " + rows + " matches no row of this experiment");
        }
        if (experiment.isReal() != (train != null)) {
            problems.add(
                    train == null
                            ? "--train is missing: name a folder with real soils"
                            : "--train is for the experiments real, crossmodal and mir alone: leave it out");
        }
        problems.throwIfAny();
        if (train != null) {
            return switch (experiment) {
                case CROSSMODAL -> crossModal(train);
                case MIR -> midInfrared(train);
                default -> real(train);
            };
        }
        TensorFlow.start(EngineSettings.defaults());
        boolean measured = experiment == Experiment.LABORATORY;
        ExperimentTable table = new ExperimentTable(measured ? "measured spectra" : "labels");
        if (data != null) {
            external(data, table);
        } else {
            for (long seed : seeds) {
                ExperimentWorld world = ExperimentWorld.make(plan, experiment.target(), seed, Progress.SILENT);
                Scorer scorer = new Scorer(world);
                for (int budget : budgets) {
                    if (measured) {
                        run(new Scorer(world.measured(budget, seed)), FEW_LABELS, budget, seed, table);
                        continue;
                    }
                    for (int training = 0; training < trainings; training++) {
                        run(scorer, budget, budget, seed + SEEDS_APART * training, table);
                    }
                }
            }
        }
        Files.createDirectories(out);
        String name = experiment.name().toLowerCase(Locale.ROOT);
        Files.writeString(out.resolve(name + ".md"), table.toString());
        ErrorChart.write(name, table.errors(), out.resolve(name + ".png"));
        spec.commandLine().getOut().println(table);
        return ExitCode.OK;
    }

    private Stream<String> rowNames() {
        return experiment == Experiment.REAL
                ? RealExperiment.rows()
                : Stream.concat(
                        experiment.variants().stream().map(Variant::name),
                        experiment.baselines().stream().map(Comparator::name));
    }

    private int real(Path folder) throws IOException {
        RealExperiment real = new RealExperiment(folder, test);
        String skipped = real.skipped();
        if (!skipped.isEmpty()) {
            spec.commandLine().getOut().println(skipped);
            return ExitCode.OK;
        }
        TensorFlow.start(EngineSettings.defaults());
        spec.commandLine().getOut().println(real.run(this::wanted, out, this::told));
        return ExitCode.OK;
    }

    private int crossModal(Path folder) throws IOException {
        CrossModalExperiment crossModal = new CrossModalExperiment(folder, DRAWS);
        String skipped = crossModal.skipped();
        spec.commandLine().getOut().println(skipped.isEmpty() ? crossModal.run(out, this::told) : skipped);
        return ExitCode.OK;
    }

    /** The first seed is that of the world whose laboratory spectra are learned from. */
    private int midInfrared(Path folder) throws IOException {
        MidInfraredExperiment midInfrared = new MidInfraredExperiment(
                folder, new MidInfraredExperiment.World(regions, size, spectra, seeds.get(0)));
        String skipped = midInfrared.skipped();
        if (skipped.isEmpty()) {
            TensorFlow.start(EngineSettings.defaults());
        }
        spec.commandLine().getOut().println(skipped.isEmpty() ? midInfrared.run(out, this::told) : skipped);
        return ExitCode.OK;
    }

    private void told(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private void external(Path world, ExperimentTable table) throws IOException {
        for (int budget : budgets) {
            for (long seed : seeds) {
                Scorer scorer = new Scorer(new ExternalWorld(world).read(budget, unlabelled, truths, seed));
                run(scorer, budget, budget, seed, table);
            }
        }
    }

    private void run(Scorer scorer, int labels, int budget, long seed, ExperimentTable table) throws IOException {
        for (Variant variant : experiment.variants()) {
            if (!wanted(variant.name())) {
                continue;
            }
            try {
                add(table, variant.name(), budget, seed, scorer.model(variant, labels, seed, Progress.SILENT));
            } catch (DeepSaltException e) {
                spec.commandLine().getErr().println(variant.name() + ", " + budget + " labels: " + e.getMessage());
            }
        }
        for (Comparator comparator : experiment.baselines()) {
            if (wanted(comparator.name())) {
                add(table, comparator.name(), budget, seed, scorer.baseline(comparator, labels, seed, Progress.SILENT));
            }
        }
    }

    private boolean wanted(String row) {
        return rows.matcher(row).matches();
    }

    private void add(ExperimentTable table, String row, int budget, long seed, Score score) {
        table.add(row, budget, score);
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%s, %d labels, seed %d: MAE %.3f, R2 %.2f, intervals hold %.2f, Brier %.3f; unseen MAE %.3f,"
                                + " hold %.2f, flagged %.2f; %.0f s%n",
                        row,
                        budget,
                        seed,
                        score.mae(),
                        score.r2(),
                        score.coverage(),
                        score.brier(),
                        score.unseenMae(),
                        score.unseenCoverage(),
                        score.flagged(),
                        score.seconds());
        spec.commandLine().getErr().flush();
    }
}
