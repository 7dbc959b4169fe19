/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.deepsalt.benchmarks.kernels.NetShape;
import org.deepsalt.benchmarks.runs.BenchmarkModel;
import org.deepsalt.benchmarks.runs.Commands;
import org.deepsalt.benchmarks.runs.DeepSaltCommands;
import org.deepsalt.benchmarks.runs.Gdal;
import org.deepsalt.benchmarks.runs.Layout;
import org.deepsalt.benchmarks.runs.Machine;
import org.deepsalt.benchmarks.runs.MatMulPeak;
import org.deepsalt.benchmarks.runs.Product;
import org.deepsalt.benchmarks.runs.Spread;
import org.deepsalt.benchmarks.runs.UntrainedModel;
import org.deepsalt.benchmarks.runs.Variation;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;

/**
 * Makes scenes, estimates each in every layout and measures. Scenes come from the page cache, for DeepSalt as for GDAL:
 * GDAL reads each file first, and the disk is not what is measured.
 */
final class ScenarioBenchmark {
    private static final String MODELS = "deepsalt/models";

    private final Plan plan;
    private final Commands commands;
    private final Path folder;
    private final Consumer<String> news;

    /**
     * The scenes, layouts and repeats to measure.
     *
     * @param sizes pixels along the sides of the scenes
     * @param precisions each layout is estimated in each of them
     * @param seed of the scenes
     * @param keep whether scenes and results stay until the end; otherwise each goes as soon as it has been measured
     * @param launcher how DeepSalt's command line is started
     * @param dataDirectory where the model is
     * @param untrained a net of this shape is measured over the model's bands instead of its own
     */
    @RecordBuilder
    record Plan(
            List<Integer> sizes,
            List<Layout> layouts,
            List<Precision> precisions,
            long seed,
            int repeats,
            String model,
            boolean keep,
            List<String> launcher,
            Path dataDirectory,
            Optional<NetShape> untrained) {}

    /**
     * Prepares the measurements of a plan.
     *
     * @param folder for scenes and results; it exists, and whoever made it deletes it
     * @param news receives a line for each step
     */
    ScenarioBenchmark(Plan plan, Commands commands, Path folder, Consumer<String> news) {
        this.plan = plan;
        this.commands = commands;
        this.folder = folder;
        this.news = news;
    }

    /** Makes the scenes, measures each in every layout, and deletes them unless the plan keeps them. */
    Figures run() throws IOException {
        DeepSaltCommands deepSalt = new DeepSaltCommands(commands, plan.launcher(), plan.dataDirectory(), folder);
        news.accept("reading the card of model " + plan.model());
        BenchmarkModel model = deepSalt.model(plan.model());
        news.accept("measuring the fastest matrix product");
        TensorFlow.start(Settings.engine());
        if (plan.untrained().isPresent()) {
            deepSalt = untrained(plan.untrained().get());
            model = deepSalt.model(UntrainedModel.ID);
        }
        double flopPerPixel = model.flopPerPixel();
        double peak = MatMulPeak.measure();
        List<DoubleFunction<CaseFigures>> measured = new ArrayList<>();
        for (int size : plan.sizes()) {
            Path world = folder.resolve("world-" + size);
            Product tiled = scene(size, world);
            Path reference = folder.resolve("reference-" + size + ".tif");
            for (Layout layout : plan.layouts()) {
                measured.addAll(measure(deepSalt, model, size, layout, tiled, reference, flopPerPixel));
                // Other work on the machine may have slowed it the last time.
                peak = Math.max(peak, MatMulPeak.measure());
            }
            tidy(world);
            if (!plan.keep()) {
                Files.deleteIfExists(reference);
            }
        }
        double best = peak;
        List<CaseFigures> cases = measured.stream().map(one -> one.apply(best)).toList();
        return FiguresBuilder.builder()
                .machine(Machine.description())
                .date(LocalDate.now(ZoneOffset.UTC).toString())
                .processors(Runtime.getRuntime().availableProcessors())
                .repeats(plan.repeats())
                .model(model.id())
                .flopPerPixel(flopPerPixel)
                .peakFlops(best)
                .cases(cases)
                .build();
    }

    /** The command line over a data directory that has nothing but an untrained model. */
    private DeepSaltCommands untrained(NetShape shape) throws IOException {
        Path data = folder.resolve("data");
        ModelStore models = new ModelStore(Files.createDirectories(data.resolve(MODELS)));
        UntrainedModel.store(new ModelStore(plan.dataDirectory().resolve(MODELS)).card(plan.model()), shape, models);
        return new DeepSaltCommands(commands, plan.launcher(), data, folder);
    }

    private Product scene(int size, Path world) throws IOException {
        news.accept("making a scene of " + size + " x " + size);
        Progress progress = (fraction, task) -> commands.requireGoingOn();
        return Product.of(SampleWorld.write(new WorldOptions(size, plan.seed(), world), progress));
    }

    /** The figures of a case, once it is known what the machine reaches. */
    private List<DoubleFunction<CaseFigures>> measure(
            DeepSaltCommands deepSalt,
            BenchmarkModel model,
            int size,
            Layout layout,
            Product tiled,
            Path reference,
            double flopPerPixel)
            throws IOException {
        Gdal gdal = new Gdal(commands);
        Path other = folder.resolve(layout + "-" + size);
        news.accept(String.format(Locale.ROOT, "measuring %d x %d, %s", size, size, layout));
        Product product = tiled.in(layout, other, gdal);
        Optional<Spread> reading = reading(gdal, product, layout, "1");
        Optional<Spread> readingAllCores = reading(gdal, product, layout, "ALL_CPUS");
        List<DoubleFunction<CaseFigures>> measured = new ArrayList<>();
        for (Variation variation : variations(layout)) {
            List<DeepSaltCommands.Estimated> runs = new ArrayList<>();
            for (int i = 0; i < plan.repeats(); i++) {
                runs.add(deepSalt.estimate(product, model, variation, reference));
            }
            DoubleFunction<CaseFigures> all =
                    peak -> CaseFigures.of(size, variation, runs, reading, readingAllCores, flopPerPixel, peak);
            measured.add(variation.part() ? partOf(measured.get(0), all) : all);
        }
        tidy(other);
        return measured;
    }

    private static DoubleFunction<CaseFigures> partOf(
            DoubleFunction<CaseFigures> whole, DoubleFunction<CaseFigures> part) {
        return peak -> part.apply(peak).asPartOf(whole.apply(peak));
    }

    /** Each precision with all processors; the first layout with one alone as well, and a hundredth of the scene. */
    private List<Variation> variations(Layout layout) {
        List<Variation> variations = new ArrayList<>();
        plan.precisions().forEach(precision -> variations.add(new Variation(layout, precision, 0)));
        if (layout == plan.layouts().get(0)) {
            Precision precision = plan.precisions().get(0);
            variations.add(new Variation(layout, precision, 0, true));
            if (Runtime.getRuntime().availableProcessors() > 1) {
                variations.add(new Variation(layout, precision, 1));
            }
        }
        return variations;
    }

    private void tidy(Path part) throws IOException {
        if (!plan.keep() && Files.exists(part)) {
            Folders.delete(part);
        }
    }

    private Optional<Spread> reading(Gdal gdal, Product product, Layout layout, String threads) {
        if (!Gdal.isInstalled()) {
            return Optional.empty();
        }
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < plan.repeats(); i++) {
            seconds.add(gdal.secondsToRead(product.image(), layout, threads));
        }
        return Optional.of(Spread.of(seconds));
    }
}
