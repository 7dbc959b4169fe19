/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples and libraries that cannot teach: told before anything is learned, and no model is left. */
class TrainingInputTest {
    private static WorldCatalog catalog;

    @TempDir
    Path folder;

    private Requests.Train request;
    private List<String> models;

    @BeforeAll
    static void prepare() {
        catalog = WorldCatalog.shared();
    }

    @BeforeEach
    void request() {
        request = new Requests.Train(catalog, "never");
        models = catalog.models().ids();
    }

    @AfterEach
    void noModelIsLeft() {
        assertThat(catalog.models().ids()).isEqualTo(models);
    }

    @Test
    void labelsThatAreNegativeOrNoNumbersAreCountedAndTheFirstAreNamed() {
        List<PointFeature> points = new ArrayList<>(catalog.points("samples"));
        points.set(1, withEce(points.get(1), Double.NaN));
        points.set(4, withEce(points.get(4), "wet"));
        for (int i = 6; i < 11; i++) {
            points.set(i, withEce(points.get(i), -1.5));
        }
        assertRefused(points)
                .hasMessageContaining(
                        "ece is no number in 2 rows: point 2 has 'NaN', point 5 has 'wet'; wanted a number"
                                + " of 0 or more")
                .hasMessageContaining("ece is negative in 5 rows: point 7 has -1.5, point 8 has -1.5, point 9 has -1.5"
                        + " and 2 more");
    }

    @Test
    void swappedCoordinatesOfSamplesAreRecognised() {
        List<PointFeature> swapped = catalog.points("samples").stream()
                .map(point -> new PointFeature(
                        /* longitude= */ point.latitude(), /* latitude= */ point.longitude(), point.attributes()))
                .toList();
        assertRefused(swapped)
                .hasMessageContaining("places are nowhere on the earth, such as longitude 39.")
                .hasMessageContaining("swapped they lie in the scenes: swap longitude and latitude");
    }

    @Test
    void samplesBesideAllScenesAreTold() {
        List<PointFeature> elsewhere = catalog.points("samples").stream()
                .map(point -> new PointFeature(point.longitude() + 30, point.latitude(), point.attributes()))
                .toList();
        assertRefused(elsewhere)
                .hasMessageContaining("lies in a scene, which cover longitude -110.")
                .hasMessageContaining("give samples of that area or other scenes");
    }

    @Test
    void labelsOfOneSalinityClassAreToldWithTheRemedy() {
        List<PointFeature> all = catalog.points("samples");
        List<PointFeature> same = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            same.add(withEce(all.get(i), 0.5 + i / 1000.0));
        }
        assertRefused(same)
                .hasMessageContaining("labels are of one class, non-saline (0.0 to 2.0 dS/m)")
                .hasMessageContaining("give samples of at least one more class");
    }

    @Test
    void labelsInAnotherUnitAreSuspected() {
        List<PointFeature> micro = catalog.points("samples").stream()
                .map(point ->
                        withEce(point, 100 + 1000 * ((Number) point.attributes().get("ece")).doubleValue()))
                .toList();
        assertRefused(micro)
                .hasMessageContaining("labels are above 77.0")
                .hasMessageContaining("may be in another unit than targetUnit says");
    }

    @Test
    void whatIsWrongWithTheLibraryAndTheSamplesIsToldTogether() throws IOException {
        library(line -> {
            String[] cells = line.split(",", 9);
            String longitude = cells[1];
            cells[1] = cells[2];
            cells[2] = longitude;
            return String.join(",", cells);
        });
        List<PointFeature> points = new ArrayList<>(catalog.points("samples"));
        points.set(0, withEce(points.get(0), -1));
        assertRefused(points)
                .hasMessageContaining("library 'library.csv': latitude is out of range in ")
                .hasMessageContaining("they may be swapped")
                .hasMessageContaining("ece is negative in 1 row");
    }

    @Test
    void aLibraryInPercentIsToldWithTheRemedy() throws IOException {
        library(line -> {
            String[] cells = line.split(",", -1);
            for (int i = 8; i < cells.length; i++) {
                cells[i] = String.valueOf(100 * Math.pow(10, -Double.parseDouble(cells[i])));
            }
            return String.join(",", cells);
        });
        assertRefused(catalog.points("samples"))
                .hasMessageContaining("looks like reflectance in percent")
                .hasMessageContaining("set spectra=PERCENT");
        request.spectra = SpectrumUnit.ABSORBANCE;
        assertRefused(catalog.points("samples")).hasMessageContaining("where absorbance, log10(1/R) was declared");
    }

    @Test
    void anotherTargetNeedsARangeAndAColumnOfTheLibrary() {
        request.target = "caco3";
        request.targetUnit = "g/kg";
        assertThatThrownBy(request::run)
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("targetRange is missing: target 'caco3' in g/kg has no usual one")
                .hasMessageContaining("has no column for the target, wanted 'caco3' or 'caco3_g_kg' in g/kg");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(List<PointFeature> points) {
        catalog.addPoints("bad", points);
        request.samples = "bad";
        return assertThatThrownBy(request::run).isInstanceOf(ProcessException.class);
    }

    private static PointFeature withEce(PointFeature point, Object ece) {
        return new PointFeature(point.longitude(), point.latitude(), Map.of("ece", ece));
    }

    /** Makes a library of the world's with changed rows. */
    private void library(UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("library.csv");
        Files.write(file, changed(catalog.library("library"), UnaryOperator.identity(), change));
        catalog.addLibrary("changed", file);
        request.ftir = new String[] {"changed"};
    }

    static List<String> changed(Path library, UnaryOperator<String> header, UnaryOperator<String> row)
            throws IOException {
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(library)), StandardCharsets.US_ASCII))) {
            List<String> lines = text.lines().collect(Collectors.toList());
            lines.set(0, header.apply(lines.get(0)));
            lines.subList(1, lines.size()).replaceAll(row);
            return lines;
        }
    }
}
