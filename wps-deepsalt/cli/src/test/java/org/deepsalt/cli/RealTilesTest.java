/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.cli.CommandLineOf.Outcome;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real EnMAP pixels of Potsdam through the command line: bands in the order of the detectors, wavelengths in GDAL's tag
 * alone, covariates as constants. A model of another country's soils must say that it does not know these.
 */
@Tag("slow")
@Timeout(300)
class RealTilesTest {
    private static final Path TILES = ShippedData.PROJECT.resolveSibling("shared/data/enmap");

    @TempDir
    static Path shared;

    private static Path work;
    private static CommandLineOf commands;

    @BeforeAll
    static void train() throws IOException {
        assumeTrue(Files.isDirectory(TILES), "skipped: there are no real EnMAP tiles beside the project");
        work = Files.createDirectory(shared.resolve("work"));
        commands = new CommandLineOf(ShippedData.withSampleWorld(shared.resolve("data")), work);
        Outcome outcome = commands.runHere(
                "run",
                "deepsalt:TrainModel",
                "--",
                "model=quick",
                "ftir=sample",
                "enmap=sample:enmap",
                "samples=sample:ece_samples",
                "covariate=sand=sample:soil",
                "covariate=clay=sample:soil",
                "covariate=tavg=sample:climate",
                "unlabelled=1000",
                "laboratoryEpochs=1",
                "satelliteEpochs=3",
                "alignmentEpochs=3",
                "teacherEpochs=10",
                "studentEpochs=20",
                "report=" + work.resolve("training.json"));
        assertThat(outcome.err()).contains("100 % done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"128_96", "128_128", "160_96", "160_128"})
    void aTileOfAnotherCountryIsMaskedAndLiesOutsideTheModelsApplicability(String tile) throws IOException {
        Path coverage = work.resolve(tile + ".tif");
        Outcome outcome = commands.runHere(
                "run",
                "--json",
                "deepsalt:EstimateSalinity",
                "--",
                "enmap=" + TILES.resolve("enmap_potsdam_tile_" + tile + ".tif"),
                "covariate=sand=70",
                "covariate=clay=8",
                "covariate=tavg=9.5",
                "model=quick",
                "coverage=" + coverage);
        assertThat(outcome.err()).contains("100 % done");
        assertThat(outcome.code()).isZero();
        JsonNode report = new ObjectMapper().readTree(outcome.out()).at("/outputs/report");
        assertThat(report.at("/pixels/masked/vegetation").asInt()).isGreaterThan(600);
        assertThat(report.at("/pixels/masked/water").asInt()).isGreaterThan(40);
        assertThat(report.at("/applicability/verdict").asText()).contains("outside the model's applicability");
        TiffFile map = TiffFile.open(coverage);
        map.requireWhole();
        assertThat(map.bands()).isEqualTo(7);
    }
}
