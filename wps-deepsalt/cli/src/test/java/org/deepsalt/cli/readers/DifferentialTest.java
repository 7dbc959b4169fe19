/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.deepsalt.cli.readers.RasterKinds.Kind;
import org.deepsalt.cli.readers.RasterSpec.Role;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.coverage.WarpedSource.Sampling;
import org.deepsalt.raster.scene.MaskReason;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 300 generated rasters, read on every path of the project and by GDAL: a value and its place are GDAL's, or the file
 * is refused with the cause and a remedy that fits no other cause. Where there is no GDAL, what it answered lies in
 * {@code expected.txt}, which {@code -Dexpected.write=FILE} writes anew; {@code -Dgdal.python=none} tries that.
 */
class DifferentialTest {
    private static final int CASES = 300;
    private static final double METRE = 1;

    @TempDir
    Path folder;

    private final Map<String, List<String>> problems = new TreeMap<>();
    private final Map<Refusal, List<String>> messages = new HashMap<>();

    /** A raster as a map and as a scene. */
    private record Case(int number, Kind kind, RasterSpec map, Path mapFile, RasterSpec scene, Path sceneFile) {
        @Override
        public String toString() {
            return kind.name() + " (seed " + number + ")";
        }
    }

    @Test
    @Tag("slow")
    void everyPathGivesWhatGdalReadsOrSaysWhyNot() throws Exception {
        long start = System.nanoTime();
        List<Case> cases = new ArrayList<>();
        List<Kind> kinds = RasterKinds.all();
        for (int number = 0; number < CASES; number++) {
            cases.add(made(number, kinds.get(number % kinds.size())));
        }
        List<Path> files = new ArrayList<>();
        cases.forEach(one -> files.addAll(List.of(one.mapFile, one.sceneFile)));
        Optional<List<Gdal.Answer>> answers = Gdal.ask(files, folder);
        Map<Integer, ExpectedValues> known =
                answers.isPresent() ? expected(cases, answers.get()) : ExpectedValues.stored();
        for (Case one : cases) {
            check(one, known.get(one.number));
        }
        report(cases, answers.isPresent(), (System.nanoTime() - start) / 1e9);
        assertThat(problems).isEmpty();
    }

    private Case made(int number, Kind kind) throws IOException {
        RasterSpec map = new RasterSpec(Role.MAP, number);
        RasterSpec scene = new RasterSpec(Role.SCENE, number);
        kind.change().accept(map);
        kind.change().accept(scene);
        String name = String.format(Locale.ROOT, "%03d", number);
        return new Case(
                number,
                kind,
                map,
                RasterFiles.write(map, folder.resolve("map" + name + ".tif")),
                scene,
                RasterFiles.write(scene, folder.resolve("scene" + name + ".tif")));
    }

    /** What GDAL answers, which must be what the generator meant and what is stored. */
    private Map<Integer, ExpectedValues> expected(List<Case> cases, List<Gdal.Answer> answers) throws IOException {
        Map<Integer, ExpectedValues> known = new HashMap<>();
        StringBuilder lines = new StringBuilder();
        for (Case one : cases) {
            Gdal.Answer map = answers.get(2 * one.number);
            Gdal.Answer scene = answers.get(2 * one.number + 1);
            double[] places = map.places();
            if (one.kind.refusal() == null) {
                compare(one, "GDAL, map", first(map, one.map), one.map.truth(), one.map);
                compare(one, "GDAL, scene", first(scene, one.scene), one.scene.truth(), one.scene);
                known.put(one.number, new ExpectedValues(ExpectedValues.checksum(one.map), places));
                lines.append(String.format(Locale.ROOT, "%d\t%08x", one.number, ExpectedValues.checksum(one.map)));
                for (double place : places) {
                    lines.append(String.format(Locale.ROOT, "\t%.9f", place));
                }
                lines.append('\n');
            }
        }
        String target = System.getProperty("expected.write");
        if (target != null) {
            Files.writeString(Path.of(target), lines);
        } else {
            Map<Integer, ExpectedValues> stored = ExpectedValues.stored();
            known.forEach((number, one) -> {
                ExpectedValues before = stored.get(number);
                if (before == null || before.values() != one.values() || !before.isNear(one, 1e-5)) {
                    problem(cases.get(number), "GDAL's answer is not the stored one: run with -Dexpected.write=FILE");
                }
            });
        }
        return known;
    }

    /** The bands that are no alpha. */
    private static double[] first(Gdal.Answer answer, RasterSpec spec) {
        int wanted = spec.bands * spec.width * spec.height;
        return java.util.Arrays.copyOf(answer.values(), Math.min(wanted, answer.values().length));
    }

    private void check(Case one, ExpectedValues known) {
        if (one.kind.refusal() != null) {
            checkRefusal(one);
            return;
        }
        if (known == null || known.values() != ExpectedValues.checksum(one.map)) {
            problem(one, "the generator's values are not those that GDAL read: " + known);
            return;
        }
        int bands = one.map.bands;
        double[] truth = one.map.truth();
        attempt(
                one,
                "covariate",
                () -> compare(
                        one, "covariate", Paths.covariate(one.mapFile, bands, Sampling.BILINEAR), truth, one.map));
        attempt(
                one,
                "nearest",
                () -> compare(one, "nearest", Paths.covariate(one.mapFile, bands, Sampling.NEAREST), truth, one.map));
        attempt(one, "click", () -> compare(one, "click", Paths.click(one.mapFile, bands), truth, one.map));
        attempt(one, "picture", () -> compare(one, "picture", Paths.picture(one.mapFile, bands), truth, one.map));
        attempt(one, "statistics", () -> checkStatistics(one, Paths.statistics(one.mapFile)));
        attempt(one, "place", () -> checkPlaces(one, known.places()));
        attempt(
                one,
                "scene",
                () -> compare(one, "scene", Paths.scene(one.sceneFile), one.scene.reflectances(), one.scene));
        attempt(one, "quality", () -> checkQuality(one));
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void attempt(Case one, String path, Step step) {
        try {
            step.run();
        } catch (DeepSaltException | ProcessException e) {
            problem(one, path + " is refused: " + e.getMessage());
        } catch (Exception e) {
            problem(one, path + " fails with " + e);
        }
    }

    private void compare(Case one, String path, double[] got, double[] wanted, RasterSpec spec) {
        if (got.length != wanted.length) {
            problem(one, path + " has " + got.length + " values, wanted " + wanted.length);
            return;
        }
        // Values are floats, and so is what they come from.
        double addend = spec.isScaled() ? Math.abs(spec.offset[0]) : 0;
        int wrong = 0;
        String first = "";
        for (int i = 0; i < got.length; i++) {
            boolean same = Double.isNaN(got[i]) == Double.isNaN(wanted[i])
                    && !(Math.abs(got[i] - wanted[i]) > 1e-6 * Math.max(0.01, Math.max(addend, Math.abs(wanted[i]))));
            if (!same && wrong++ == 0) {
                first = "number " + i + " is " + got[i] + ", wanted " + wanted[i];
            }
        }
        if (wrong > 0) {
            problem(one, path + " has " + wrong + " of " + got.length + " values wrong: " + first);
        }
    }

    private void checkStatistics(Case one, JsonNode figures) {
        double minimum = Double.NaN;
        double maximum = Double.NaN;
        double sum = 0;
        int valid = 0;
        for (int pixel = 0; pixel < one.map.width * one.map.height; pixel++) {
            double value = one.map.truth(0, pixel % one.map.width, pixel / one.map.width);
            if (!Double.isNaN(value)) {
                minimum = valid == 0 ? value : Math.min(minimum, value);
                maximum = valid == 0 ? value : Math.max(maximum, value);
                sum += value;
                valid++;
            }
        }
        if (valid != figures.path("validPixels").asInt()) {
            problem(one, "statistics count " + figures.path("validPixels") + " pixels, wanted " + valid);
        } else if (valid > 0) {
            double[] got = {
                figures.path("minimum").asDouble(), figures.path("maximum").asDouble()
            };
            compare(one, "statistics", got, new double[] {minimum, maximum}, one.map);
            double mean = figures.path("mean").asDouble();
            if (Math.abs(mean - sum / valid) > 1e-3 * Math.max(1, maximum)) {
                problem(one, "statistics have a mean of " + mean + ", wanted " + sum / valid);
            }
        }
    }

    private void checkPlaces(Case one, double[] places) {
        double[] found = Paths.places(one.mapFile, places);
        int lastColumn = one.map.width - 1;
        int lastRow = one.map.height - 1;
        int[] pixels = {0, 0, lastColumn, lastRow, lastColumn / 2, lastRow / 2};
        double metres = one.map.crs.pixel() * one.map.crs.metres();
        for (int i = 0; i < pixels.length; i += 2) {
            double off = Math.hypot(found[i] - pixels[i] - 0.5, found[i + 1] - pixels[i + 1] - 0.5) * metres;
            if (!(off <= METRE)) {
                problem(one, "pixel " + pixels[i] + "," + pixels[i + 1] + " lies " + off + " m from where GDAL has it");
            }
            int[] pixel = Paths.pixel(one.mapFile, places[i], places[i + 1]);
            if (pixel[0] != pixels[i] || pixel[1] != pixels[i + 1]) {
                problem(
                        one,
                        "the place of pixel " + pixels[i] + "," + pixels[i + 1] + " is found in " + pixel[0] + ","
                                + pixel[1]);
            }
        }
    }

    /** The same raster as a cloud image of a plain scene, where it can be one. */
    private void checkQuality(Case one) throws IOException {
        RasterSpec cloud = new RasterSpec(Role.QUALITY, one.number);
        one.kind.change().accept(cloud);
        if (cloud.bands > 1 || cloud.isScaled() || !cloud.sample.isWhole()) {
            return;
        }
        RasterSpec plain = new RasterSpec(Role.SCENE, one.number);
        plain.width = cloud.width;
        plain.height = cloud.height;
        plain.place = cloud.place;
        plain.crs = cloud.crs;
        Path product = Files.createDirectories(folder.resolve("product" + one.number));
        Path scene = RasterFiles.write(plain, product.resolve("A-SPECTRAL_IMAGE.TIF"));
        RasterFiles.write(cloud, product.resolve("A-QL_QUALITY_CLOUD.TIF"));
        byte[] reasons = Paths.reasons(scene);
        for (int i = 0; i < reasons.length; i++) {
            double said = cloud.truth(0, i % cloud.width, i / cloud.width);
            boolean wanted = said >= 1;
            if (!Double.isNaN(said) && wanted != (reasons[i] == MaskReason.CLOUD.code())) {
                problem(one, "quality image says " + said + " at pixel " + i + ", the reason is " + reasons[i]);
                return;
            }
        }
    }

    private void checkRefusal(Case one) {
        if (one.kind.elsewhere()) {
            double[] values = one.map.truth();
            attempt(one, "own grid", () -> {
                double[] got = Paths.covariate(one.mapFile, one.map.bands, Sampling.BILINEAR);
                compare(one, "own grid", got, values, one.map);
            });
            refusal(one, "place", () -> Paths.places(one.mapFile, new double[] {-112, 41}));
            return;
        }
        refusal(one, "covariate", () -> Paths.covariate(one.mapFile, one.map.bands, Sampling.BILINEAR));
        refusal(one, "statistics", () -> Paths.statistics(one.mapFile));
        if (one.kind.refusal() != Refusal.ABSURD) {
            refusal(one, "click", () -> Paths.click(one.mapFile, one.map.bands));
            refusal(one, "scene", () -> Paths.scene(one.sceneFile));
        }
    }

    private void refusal(Case one, String path, Step step) {
        Refusal why = one.kind.refusal();
        try {
            step.run();
            problem(one, path + " is read, wanted the refusal " + why);
        } catch (DeepSaltException | ProcessException e) {
            String text = String.valueOf(e.getMessage());
            messages.computeIfAbsent(why, key -> new ArrayList<>()).add(text);
            if (!text.contains(why.remedy)
                    || !Pattern.compile(why.reason, Pattern.CASE_INSENSITIVE)
                            .matcher(text)
                            .find()) {
                problem(one, path + " is refused without " + why + ": " + text);
            }
            for (Refusal other : Refusal.values()) {
                if (other != why && text.contains(other.remedy)) {
                    problem(one, path + " is refused with the remedy of " + other + ": " + text);
                }
            }
            // The user gave the path of a map.
            if (Messages.tellOfTheInside(text.replace(one.mapFile.toString(), ""))) {
                problem(one, path + " tells of the inside: " + text);
            }
        } catch (Exception e) {
            problem(one, path + " fails with " + e);
        }
    }

    @Test
    void noRemedyServesTwoCauses() {
        for (Refusal one : Refusal.values()) {
            for (Refusal other : Refusal.values()) {
                assertThat(one == other || !one.remedy.contains(other.remedy))
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
    }

    private void problem(Case one, String text) {
        problems.computeIfAbsent(one.toString(), key -> new ArrayList<>()).add(text);
    }

    private void report(List<Case> cases, boolean gdal, double seconds) {
        int wrong = problems.size();
        System.out.printf(
                Locale.ROOT,
                "%d rasters of %d kinds, %s, %.1f s: %d right, %d not%n",
                cases.size(),
                cases.stream().map(one -> one.kind.name()).distinct().count(),
                gdal ? "compared with GDAL" : "compared with what GDAL said",
                seconds,
                cases.size() - wrong,
                wrong);
        problems.forEach((name, texts) -> System.out.println(name + ": " + String.join("; ", texts)));
    }
}
