/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said about the compose file without a Docker daemon. */
class ComposeTest {
    private static final Path FILE = ShippedData.PROJECT.resolve("docker-compose.yml");
    private static final String DATA = "/opt/geoserver_data";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:-|:\\?)([^}]+))?\\}");

    @TempDir
    static Path folder;

    private static String text;
    private static Map<?, ?> compose;

    /** A folder of this machine, or a volume, in a container. */
    private record Mount(String type, String source, String target, boolean readOnly) {}

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(FILE);
        compose = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static Map<?, ?> map(Object value) {
        return value == null ? Map.of() : (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static Map<?, ?> services() {
        return map(compose.get("services"));
    }

    private static Map<?, ?> service(String name) {
        return map(services().get(name));
    }

    /** A text as it is where nobody has set a variable but those without a default. */
    private static String byDefault(Object value) {
        Function<MatchResult, String> fallback =
                match -> Matcher.quoteReplacement(":-".equals(match.group(2)) ? match.group(3) : "set");
        return VARIABLE.matcher(String.valueOf(value)).replaceAll(fallback);
    }

    private static List<Mount> mounts(String service) {
        return list(service(service).get("volumes")).stream()
                .map(ComposeTest::map)
                .map(one -> new Mount(
                        String.valueOf(one.get("type")),
                        byDefault(one.get("source")),
                        String.valueOf(one.get("target")),
                        Boolean.TRUE.equals(one.get("read_only"))))
                .toList();
    }

    private static List<Mount> allMounts() {
        return services().keySet().stream()
                .flatMap(name -> mounts(String.valueOf(name)).stream())
                .distinct()
                .toList();
    }

    private static Path host(Mount mount) {
        return ShippedData.PROJECT.resolve(mount.source()).normalize();
    }

    @Test
    void everyFolderThatIsMountedIsInTheCheckout() {
        for (Mount mount : allMounts()) {
            if (mount.type().equals("bind") && !mount.source().contains("/target/")) {
                assertThat(host(mount)).isDirectory();
            }
        }
    }

    @Test
    void everyBuildOutputThatIsMountedIsNamedByItsModule() throws IOException {
        List<Mount> outputs = allMounts().stream()
                .filter(mount -> mount.source().contains("/target/"))
                .toList();
        assertThat(outputs).isNotEmpty().allMatch(Mount::readOnly);
        for (Mount mount : outputs) {
            String[] parts = mount.source().replaceFirst("^\\./", "").split("/target/", 2);
            Path pom = ShippedData.PROJECT.resolve(parts[0]).resolve("pom.xml");
            assumeTrue(Files.exists(pom), "skipped: there is no module " + parts[0] + " yet");
            assertThat(Files.readString(ShippedData.PROJECT.resolve("pom.xml")))
                    .contains("<module>" + parts[0] + "</module>");
            assertThat(Files.readString(pom)).contains("/" + parts[1]);
        }
    }

    @Test
    void everyVariableIsExplainedAndHasADefaultOrIsRequired() {
        Set<String> found = new HashSet<>();
        VARIABLE.matcher(text).results().forEach(match -> {
            found.add(match.group(1));
            assertThat(match.group(2)).as(match.group()).isNotNull();
        });
        assertThat(found).contains("GEOSERVER_ADMIN_PASSWORD");
        assertThat(found).allSatisfy(name -> assertThat(text).containsPattern("(?m)^# " + name + " {2,}\\S"));
        assertThat(VARIABLE.matcher(text).replaceAll("").replace("$$", "")).doesNotContain("$");
    }

    @Test
    void thereIsNoPasswordButTheUsers() {
        assertThat(text).doesNotContain("GEOSERVER_ADMIN_PASSWORD:-");
        for (String name : List.of("geoserver", "geoserver-gpu")) {
            assertThat(String.valueOf(map(service(name).get("environment")).get("GEOSERVER_ADMIN_PASSWORD")))
                    .startsWith("${GEOSERVER_ADMIN_PASSWORD:?");
        }
    }

    @Test
    void portsAreOpenToThisMachineAlone() {
        int ports = 0;
        for (Object name : services().keySet()) {
            for (Object port : list(service(String.valueOf(name)).get("ports"))) {
                assertThat(byDefault(port)).matches("127\\.0\\.0\\.1:\\d+:\\d+");
                ports++;
            }
            assertThat(service(String.valueOf(name)).get("network_mode")).isNull();
        }
        assertThat(ports).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geoserver", "geoserver-gpu"})
    void theContainerHasRoomForTensorFlowBesideTheHeap(String name) {
        String options = byDefault(map(service(name).get("environment")).get("EXTRA_JAVA_OPTS"));
        Matcher heap = Pattern.compile("-Xmx(\\S+)").matcher(options);
        assertThat(heap.find()).isTrue();
        assertThat(megabytes(byDefault(service(name).get("mem_limit"))))
                .isGreaterThanOrEqualTo(megabytes(heap.group(1)) + 1024);
    }

    private static long megabytes(String size) {
        assertThat(size).matches("\\d+[gm]");
        long number = Long.parseLong(size.substring(0, size.length() - 1));
        return size.endsWith("g") ? 1024 * number : number;
    }

    @Test
    void whatTheCardNeedsStaysInItsProfile() {
        List<String> inProfile = new ArrayList<>();
        for (Object key : services().keySet()) {
            String name = String.valueOf(key);
            List<?> profiles = list(service(name).get("profiles"));
            if (!profiles.isEmpty()) {
                inProfile.add(name);
                assertThat(profiles).isEqualTo(List.of("gpu"));
            } else {
                assertThat(service(name).get("deploy")).isNull();
                assertThat(service(name).get("depends_on")).isNull();
            }
        }
        assertThat(inProfile).containsExactlyInAnyOrder("geoserver-gpu", "cuda");
        assertThat(map(service("geoserver-gpu").get("depends_on")).get("cuda"))
                .isEqualTo(Map.of("condition", "service_completed_successfully"));
        assertThat(service("geoserver-gpu").get("deploy").toString()).contains("nvidia", "gpu");
    }

    @Test
    void theServerWithACardDiffersInNothingElse() {
        Map<?, ?> plain = map(service("geoserver").get("environment"));
        Map<?, ?> card = map(service("geoserver-gpu").get("environment"));
        for (Object name : plain.keySet()) {
            if (!name.equals("EXTRA_JAVA_OPTS")) {
                assertThat(card.get(name)).as(String.valueOf(name)).isEqualTo(plain.get(name));
            }
        }
        assertThat(byDefault(card.get("EXTRA_JAVA_OPTS"))).startsWith(byDefault(plain.get("EXTRA_JAVA_OPTS")) + " ");
        for (String part : List.of("image", "ports", "healthcheck", "entrypoint", "restart", "stop_grace_period")) {
            assertThat(service("geoserver-gpu").get(part))
                    .as(part)
                    .isEqualTo(service("geoserver").get(part));
        }
        assertThat(mounts("geoserver-gpu")).containsAll(mounts("geoserver"));
    }

    @Test
    void everyVolumeIsDeclaredAndUsed() {
        Set<String> used = new HashSet<>();
        allMounts().stream().filter(mount -> mount.type().equals("volume")).forEach(mount -> used.add(mount.source()));
        assertThat(map(compose.get("volumes")).keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"geoserver", "geoserver-gpu"})
    void linksOfTheDataDirectoryLeadToTheSameFilesInTheContainer(String name) throws IOException {
        List<Mount> mounts = mounts(name).stream()
                .filter(mount -> mount.type().equals("bind"))
                .toList();
        Path directory = host(mounts.stream()
                .filter(mount -> mount.target().equals(DATA))
                .findFirst()
                .orElseThrow());
        assertThat(map(service(name).get("environment")).get("GEOSERVER_DATA_DIR"))
                .isEqualTo(DATA);
        List<Path> links = links(directory);
        assertThat(links).hasSizeGreaterThan(9);
        for (Path link : links) {
            Path inside = Path.of(DATA, directory.relativize(link).toString())
                    .resolveSibling(Files.readSymbolicLink(link))
                    .normalize();
            Mount mount = mounts.stream()
                    .filter(one -> inside.startsWith(one.target()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(link + " leads to " + inside + ", where nothing is mounted"));
            Path outside = host(mount).resolve(Path.of(mount.target()).relativize(inside));
            assertThat(outside.toRealPath()).as(link.toString()).isEqualTo(link.toRealPath());
        }
    }

    /** The links that the project ships; those that a running server's owner made are not ours. */
    private static List<Path> links(Path directory) throws IOException {
        List<Path> links = new ArrayList<>();
        for (String part : List.of("styles", "data", "deepsalt/libraries", "workspaces/sample")) {
            try (Stream<Path> files = Files.walk(directory.resolve(part))) {
                files.filter(Files::isSymbolicLink)
                        .filter(ComposeTest::isRelative)
                        .forEach(links::add);
            }
        }
        return links;
    }

    private static boolean isRelative(Path link) {
        try {
            return !Files.readSymbolicLink(link).isAbsolute();
        } catch (IOException e) {
            throw new AssertionError(link.toString(), e);
        }
    }

    @Test
    void composeTakesTheFileWithAndWithoutTheProfile() throws Exception {
        Tool.require(folder, "docker-compose", "version");
        String[] set = {"env", "GEOSERVER_ADMIN_PASSWORD=x", "docker-compose", "-f", FILE.toString()};
        assertThat(Tool.run(folder, with(set, "config", "--services"))).contains("geoserver\n");
        assertThat(Tool.run(folder, with(set, "--profile", "gpu", "config")))
                .contains("service_completed_successfully", "GEOSERVER_ADMIN_PASSWORD: x");
        String[] unset = {"env", "-u", "GEOSERVER_ADMIN_PASSWORD", "docker-compose", "-f", FILE.toString()};
        assertThatThrownBy(() -> Tool.run(folder, with(unset, "config")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no default");
    }

    private static String[] with(String[] command, String... arguments) {
        return Stream.of(command, arguments).flatMap(Stream::of).toArray(String[]::new);
    }
}
