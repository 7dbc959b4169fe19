/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.deepsalt.batch.BatchWorld;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;
import org.deepsalt.batch.scene.SceneFinder;
import org.deepsalt.model.store.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Real scenes, real processes, real kills. */
@Tag("slow")
@Timeout(300)
class BatchRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static BatchWorld world;
    private static Path whole;
    private static Map<String, JobRecord> records;

    @BeforeAll
    static void runOnce() throws IOException {
        world = BatchWorld.make(folder.resolve("made"));
        whole = folder.resolve("whole");
        records = byFolder(run(whole));
    }

    @Test
    void goodScenesHaveResultsAndBadOnesReasons() throws IOException {
        assertThat(records).hasSize(5);
        for (int i = 1; i <= 3; i++) {
            JobRecord record = records.get("good" + i);
            assertThat(record.status()).isEqualTo(JobStatus.DONE);
            assertThat(record.time()).isEqualTo("2024-08-15T18:21:44Z");
            assertThat(Hash.of(whole.resolve(record.result()))).isEqualTo(record.sha256());
            assertThat(whole.resolve(record.sidecar())).isNotEmptyFile();
            assertThat(record.hectares()).hasSize(5);
            assertThat(record.computed()).isTrue();
        }
        assertThat(records.get("truncated").status()).isEqualTo(JobStatus.FAILED);
        assertThat(records.get("truncated").reason()).contains("is cut off");
        assertThat(records.get("elsewhere").reason()).contains("covers 0 % of the area");
        List<String> lines = Files.readAllLines(whole.resolve("manifest.jsonl"));
        assertThat(lines).hasSize(5);
        assertThat(JSON.readTree(lines.get(0)).path("status").asText()).isIn("done", "failed");
    }

    @Test
    void theItemTellsWhereAndWhenAndWhatTheNumbersMean() throws IOException {
        JobRecord record = records.get("good1");
        JsonNode item = JSON.readTree(whole.resolve(record.item()).toFile());
        assertThat(item.path("properties").path("datetime").asText()).isEqualTo(record.time());
        assertThat(item.path("properties").path("proj:code").asText()).isEqualTo("EPSG:32612");
        assertThat(item.path("bbox").get(0).asDouble()).isBetween(-110.2, -110.1);
        assertThat(item.path("bbox").get(3).asDouble()).isBetween(39.0, 39.1);
        JsonNode data = item.path("assets").path("estimate");
        assertThat(data.path("file:checksum").asText()).isEqualTo("1220" + record.sha256());
        assertThat(data.path("proj:shape")).hasToString("[96,96]");
        assertThat(data.path("proj:transform").get(0).asDouble()).isEqualTo(30);
        assertThat(data.path("bands")).hasSize(7);
        assertThat(data.path("bands")
                        .get(4)
                        .path("classification:classes")
                        .get(2)
                        .path("name")
                        .asText())
                .isEqualTo("cloud");
    }

    @Test
    void theItemLinksToItsSceneByARelativePath() throws IOException {
        Path file = whole.resolve(records.get("good1").item());
        List<String> scenes = StreamSupport.stream(
                        JSON.readTree(file.toFile()).path("links").spliterator(), false)
                .filter(link -> link.path("rel").asText().equals("derived_from"))
                .map(link -> link.path("href").asText())
                .toList();
        assertThat(scenes).hasSize(1).allMatch(href -> href.startsWith("../../"));
        Path scene = file.resolveSibling(URI.create(scenes.get(0)).getPath()).toRealPath();
        assertThat(scene).isRegularFile();
        assertThat(scene.getFileName().toString()).endsWith("METADATA.XML");
        assertThat(scene).startsWith(world.scenes().toRealPath());
    }

    @Test
    void theIsoRecordHasPlaceTimeDepthQualityAndLineage() throws Exception {
        Path file = whole.resolve(records.get("good1").result()).resolveSibling("ece.iso.xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document iso = factory.newDocumentBuilder().parse(file.toFile());
        assertThat(texts(iso, "westBoundLongitude")).hasSize(1).allMatch(west -> west.startsWith("-110.1"));
        assertThat(texts(iso, "timePosition")).containsExactly("2024-08-15T18:21:44Z");
        assertThat(texts(iso, "keyword")).contains("Soil", "soil salinity", "EnMAP");
        assertThat(texts(iso, "abstract")).hasSize(1).allMatch(text -> text.contains("down to 30 cm"));
        assertThat(texts(iso, "nameOfMeasure")).hasSize(2);
        assertThat(texts(iso, "Record")).hasSize(2).allMatch(number -> Double.parseDouble(number) > 0);
        assertThat(texts(iso, "statement")).hasSize(1).allMatch(text -> text.contains("model quick"));
    }

    private static List<String> texts(Document iso, String name) {
        NodeList found = iso.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent().strip())
                .toList();
    }

    @Test
    void aSecondRunComputesNothing() throws IOException {
        Map<String, JobRecord> again = byFolder(run(whole));
        assertThat(again.get("good2")).isEqualTo(records.get("good2").found());
        assertThat(results(whole)).hasSize(3);
    }

    /** The worker of a batch that is killed ends by itself, and the repetition makes the same bytes. */
    @Test
    void aBatchThatIsKilledGoesOn() throws Exception {
        Path out = folder.resolve("killed");
        for (int delay : new int[] {1500, 2500}) {
            Process batch = new ProcessBuilder(
                            command("BatchMain", out.toString(), world.scenes().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            TimeUnit.MILLISECONDS.sleep(delay);
            List<ProcessHandle> workers = batch.descendants().toList();
            batch.destroyForcibly().waitFor();
            for (ProcessHandle worker : workers) {
                worker.onExit().get(20, TimeUnit.SECONDS);
            }
        }
        Map<String, JobRecord> finished = byFolder(run(out));
        assertThat(results(out)).hasSize(3);
        for (int i = 1; i <= 3; i++) {
            assertThat(finished.get("good" + i).sha256())
                    .isEqualTo(records.get("good" + i).sha256());
        }
        try (Stream<Path> left = Files.list(out.resolve(".attempts"))) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
        assertThat(out.resolve(".deaths")).doesNotExist();
    }

    static List<JobRecord> run(Path out) throws IOException {
        return run(out, world.scenes(), world.model(), world.covariates());
    }

    static List<JobRecord> run(Path out, Path scenes, Path model, List<String> covariates) throws IOException {
        BatchRequest request = new BatchRequest(model, covariates, List.of(), out);
        Survey survey = new Survey(
                request, SceneFinder.find(List.of(scenes.toString()), out), Shard.WHOLE, false, BatchWorld.SETTINGS);
        BatchListener silent = new BatchListener() {
            @Override
            public void finished(JobRecord record) {}

            @Override
            public void progress(int done, int all, double fraction, Optional<Duration> left) {}
        };
        return new BatchRun(request, new BatchRun.Plan(2, command("WorkerMain"), "worker"), silent).run(survey);
    }

    private static List<String> command(String main, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.deepsalt.batch.run." + main),
                        Stream.of(arguments))
                .toList();
    }

    private static List<Path> results(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out.resolve("results"))) {
            return files.filter(file -> file.endsWith("ece.tif")).toList();
        }
    }

    /** Scenes of one place and day have the same kind of name: told apart by the folders that hold them. */
    private static Map<String, JobRecord> byFolder(List<JobRecord> all) throws IOException {
        Map<String, String> folders = SceneFinder.find(List.of(world.scenes().toString()), whole).stream()
                .collect(Collectors.toMap(
                        scene -> scene.name(),
                        scene -> scene.path().getParent().getFileName().toString()));
        return all.stream().collect(Collectors.toMap(record -> folders.get(record.scene()), Function.identity()));
    }
}
