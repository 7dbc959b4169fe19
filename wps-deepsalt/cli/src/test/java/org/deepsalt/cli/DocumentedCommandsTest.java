/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.cli.CommandLineOf.Outcome;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.VisNirLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code ./deepsalt run} that README and guides print, with files of the sample world under the names that they
 * use. The trainings come first, for fewer epochs than they ask for, then the estimates.
 */
@Tag("slow")
@Timeout(300)
class DocumentedCommandsTest {
    private static final List<String> ORDER = List.of("Train", "Estimate");
    static final List<String> FEW_EPOCHS = List.of(
            "unlabelled=100",
            "laboratoryEpochs=1",
            "satelliteEpochs=1",
            "alignmentEpochs=1",
            "teacherEpochs=1",
            "studentEpochs=1");
    /** Made by the commands; each command finds the folder without them. */
    private static final Set<String> OUTPUTS = Set.of("coverage", "report", "profile", "statistics", "table", "item");

    private static final Map<String, String> FILES = Map.of(
            "PRODUCT", "enmap",
            "PRODUCT_FOLDER", "enmap",
            "library.csv.gz", "library/ftir.csv.gz",
            "ossl.csv.gz", "library/ftir.csv.gz",
            "ece.geojson", "samples/ece_samples.geojson",
            "new-samples.geojson", "samples/ece_samples.geojson",
            "soil.tif", "covariates/soil.tif",
            "tavg.tif", "covariates/climate.tif",
            "ece.tif", "truth/ece_truth.tif",
            "sample-layers", "");

    @TempDir
    static Path shared;

    private static Path data;
    private static CommandLineOf commands;

    @TempDir
    Path work;

    @BeforeAll
    static void prepare() throws IOException {
        data = ShippedData.withSampleWorld(shared.resolve("data"));
        commands = new CommandLineOf(data, shared);
        Path zip = Files.createDirectories(data.resolve("import")).resolve("scene.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(ShippedData.SAMPLE_LAYERS.resolve("enmap"))) {
            for (Path file : files.toList()) {
                archive.putNextEntry(new ZipEntry("scene/" + file.getFileName()));
                Files.copy(file, archive);
            }
        }
    }

    static List<String> documented() throws IOException {
        List<String> found = new ArrayList<>(GuideCommands.of("run deepsalt:"));
        assertThat(found).hasSizeGreaterThan(10);
        found.sort(Comparator.comparing(DocumentedCommandsTest::turn));
        return found;
    }

    private static int turn(String command) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (command.startsWith("run deepsalt:" + ORDER.get(i))) {
                return i;
            }
        }
        return ORDER.size();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void does(String command) throws IOException {
        List<String> outputs = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String word : GuideCommands.words(command)) {
            words.add(here(word, outputs));
        }
        if (command.contains(":TrainModel ")) {
            words.addAll(FEW_EPOCHS);
        }
        Outcome outcome = commands.runHere(words.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outputs).allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
    }

    /** A word with the files of this test in the place of those that it names. */
    private String here(String word, List<String> outputs) throws IOException {
        int end = word.lastIndexOf('=') + 1;
        String value = word.substring(end);
        String name = word.substring(0, Math.max(0, end - 1));
        if (OUTPUTS.contains(name)) {
            Path file = work.resolve("made").resolve(value);
            Files.createDirectories(file.getParent());
            outputs.add(file.toString());
            return name + "=" + file;
        }
        if (word.equals("model=sample")) {
            return "model=valley";
        }
        String first = value.replaceFirst("/.*", "");
        if (FILES.containsKey(first)) {
            return word.substring(0, end)
                    + ShippedData.SAMPLE_LAYERS
                            .resolve(FILES.get(first))
                            .resolve(value.substring(Math.min(value.length(), first.length() + 1)));
        }
        return switch (value) {
            case "districts.geojson" -> name + "=" + Files.writeString(work.resolve(value), DISTRICT);
            case "icraf.csv" -> name + "=" + Files.writeString(work.resolve(value), VisNirLibrary.csv());
            default -> word;
        };
    }

    private static final String DISTRICT =
            "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"EPSG:32612\"}},\"features\":["
                    + "{\"type\":\"Feature\",\"properties\":{\"name\":\"north\"},"
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                    + "[[[576300,4319070],[576600,4319070],[576600,4318470],[576300,4318470],[576300,4319070]]]"
                    + "}}]}";

    @AfterEach
    void nothingElseIsMade() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isSubsetOf("made", "districts.geojson", "icraf.csv");
        }
    }
}
