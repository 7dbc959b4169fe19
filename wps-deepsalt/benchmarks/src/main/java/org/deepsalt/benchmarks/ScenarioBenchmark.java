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
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.files.Folders;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;

/**
 * Makes scenes, estimates each in every layout and measures. Scenes come from the page cache, for DeepSalt as for GDAL:
 * GDAL reads each file first, and the disk is not what is measured.
 */
final class ScenarioBenchmark {
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
            Path dataDirectory) {}

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
        double flopPerPixel =
                2.0 * NetCost.ofDefault(model.bands(), model.covariates().size());
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
                .machine(machine())
                .date(LocalDate.now(ZoneOffset.UTC).toString())
                .processors(Runtime.getRuntime().availableProcessors())
                .repeats(plan.repeats())
                .model(model.id())
                .flopPerPixel(flopPerPixel)
                .peakFlops(best)
                .cases(cases)
                .build();
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
            measured.add(peak -> CaseFigures.of(size, variation, runs, reading, readingAllCores, flopPerPixel, peak));
        }
        tidy(other);
        return measured;
    }

    /** Each precision with all processors, and the first layout with one alone as well. */
    private List<Variation> variations(Layout layout) {
        List<Variation> variations = new ArrayList<>();
        plan.precisions().forEach(precision -> variations.add(new Variation(layout, precision, 0)));
        if (layout == plan.layouts().get(0) && Runtime.getRuntime().availableProcessors() > 1) {
            variations.add(new Variation(layout, plan.precisions().get(0), 1));
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

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                + System.getProperty("java.version") + processor();
    }

    /** The processor's name, where the system tells. */
    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
