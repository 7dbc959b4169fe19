/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deepsalt.geoserver.status.Installation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.xml.DelegatingEntityResolver;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** The zip that an administrator unpacks, after it was made. */
class PluginZipIT {
    private static final Set<String> OF_GEOSERVER =
            Set.of("org.geoserver.platform.Service", "org.geoserver.ows.KvpRequestReader");

    /** Jars by artifact, with what each is there for. */
    private static final Map<String, String> WANTED = new TreeMap<>(Map.ofEntries(
            Map.entry("deepsalt-geoserver", "the extension with all floors, and its own Jackson"),
            Map.entry("api", "DJL, which runs the models"),
            Map.entry("tensorflow-engine", "DJL's TensorFlow"),
            Map.entry("tensorflow-api", "TensorFlow's Java classes, which train the models"),
            Map.entry("tensorflow-core-native", "TensorFlow itself"),
            Map.entry("javacpp", "loads the library for TensorFlow's classes"),
            Map.entry("protobuf-java", "TensorFlow's messages; without it the engine does not start"),
            Map.entry("gson", "DJL reads its repositories with it"),
            Map.entry("fastcsv", "FTIR libraries"),
            Map.entry("commons-compress", "tar archives of products"),
            Map.entry("commons-statistics-descriptive", "quantiles of metrics and calibration"),
            Map.entry("commons-numbers-core", "of the statistics"),
            Map.entry("commons-numbers-arrays", "of the statistics"),
            Map.entry("smile-core", "trees and support vectors of the baselines"),
            Map.entry("smile-base", "of the baselines")));

    private static final List<String> GEOSERVERS_OWN = List.of(
            "slf4j",
            "jackson",
            "spring",
            "geotools",
            "gt-",
            "gs-",
            "jts",
            "ejml",
            "jna",
            "commons-io",
            "commons-codec",
            "guava",
            "error_prone");

    private static final String LICENSES = "deepsalt-licenses/";

    private static Map<String, Path> jars;
    private static Map<String, String> licenses;

    @BeforeAll
    static void unpack(@TempDir Path lib) throws IOException {
        Path zip;
        try (Stream<Path> made = Files.list(Path.of("target"))) {
            zip = made.filter(file -> file.getFileName().toString().matches("deepsalt-geoserver-.*-plugin\\.zip"))
                    .findFirst()
                    .orElseThrow();
        }
        jars = new TreeMap<>();
        licenses = new TreeMap<>();
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith(LICENSES)) {
                    licenses.put(
                            entry.getName().substring(LICENSES.length()),
                            new String(entries.readAllBytes(), StandardCharsets.UTF_8));
                    continue;
                }
                assertThat(entry.getName()).doesNotContain("/").endsWith(".jar");
                Path jar = lib.resolve(entry.getName());
                Files.copy(entries, jar);
                jars.put(entry.getName(), jar);
            }
        }
    }

    @Test
    void itHoldsWhatIsNeededAndNothingElse() {
        assertThat(jars.keySet().stream().map(PluginZipIT::artifact).sorted().toList())
                .containsExactlyElementsOf(WANTED.keySet());
    }

    /** Rows of the table: jars, what they are, license, file with its text. */
    @Test
    void everyJarHasALicenseWhoseTextIsThere() {
        Set<String> named = new TreeSet<>();
        Set<String> texts = new TreeSet<>(Set.of("THIRD-PARTY.md"));
        for (String row : licenses.get("THIRD-PARTY.md").lines().toList()) {
            String[] cells = row.split(" *\\| *", -1);
            if (cells.length == 6 && cells[1].startsWith("`")) {
                named.addAll(quoted(cells[1]));
                assertThat(licenses.keySet()).as(row).containsAll(quoted(cells[4]));
                texts.addAll(quoted(cells[4]));
            }
        }
        Set<String> wanted = new TreeSet<>(WANTED.keySet());
        wanted.addAll(Set.of("jackson-annotations", "jackson-core", "jackson-databind"));
        assertThat(named).isEqualTo(wanted);
        assertThat(licenses.keySet().stream().filter(name -> !name.isEmpty())).containsExactlyElementsOf(texts);
        assertThat(licenses.get("GPL-2.0.txt")).contains("GNU GENERAL PUBLIC LICENSE", "Version 2, June 1991");
        assertThat(licenses.get("GPL-3.0.txt")).contains("GNU GENERAL PUBLIC LICENSE", "Version 3, 29 June 2007");
        assertThat(licenses.get("Apache-2.0.txt")).contains("Apache License", "Version 2.0, January 2004");
    }

    @Test
    void theAdministratorIsToldOfEveryJar() throws IOException {
        String text = Files.readString(Path.of("../../docs/administration.md"));
        int start = text.indexOf("The zip holds what GeoServer lacks");
        assertThat(quoted(text.substring(start, text.indexOf("\n\n", start)))).containsAll(WANTED.keySet());
    }

    private static Set<String> quoted(String text) {
        Set<String> words = new TreeSet<>();
        Pattern.compile("`([^`]+)`").matcher(text).results().forEach(match -> words.add(match.group(1)));
        return words;
    }

    /** A second one beside GeoServer's, in the one class loader of all jars, would break either. */
    @Test
    void itHoldsNothingThatGeoServerHas() {
        assertThat(jars.keySet()).noneMatch(jar -> GEOSERVERS_OWN.stream().anyMatch(jar::startsWith));
    }

    @Test
    void itHoldsTheLibraryOfOnePlatform() {
        assertThat(jars.keySet().stream().filter(jar -> jar.contains("native")).toList())
                .hasSize(1)
                .first()
                .asString()
                .matches("tensorflow-core-native-[0-9].*-(linux|macosx|windows)-.*\\.jar");
    }

    /**
     * GeoServer looks for the file at the root of every jar; ours may not be hidden by, nor hide, another. A service of
     * its dispatcher is described by classes of its own.
     */
    @Test
    void itsClassesOfBeansAreThere() throws Exception {
        assertThat(jars.values().stream().filter(PluginZipIT::hasContext))
                .hasSize(1)
                .first()
                .asString()
                .contains("deepsalt-geoserver-");
        try (URLClassLoader zip = new URLClassLoader(urls(), null);
                GenericApplicationContext context = new GenericApplicationContext()) {
            XmlBeanDefinitionReader reader = new XmlBeanDefinitionReader(context);
            reader.setResourceLoader(new DefaultResourceLoader(zip));
            reader.setEntityResolver(new DelegatingEntityResolver(getClass().getClassLoader()));
            reader.loadBeanDefinitions("classpath:applicationContext.xml");
            List<String> classes = Arrays.stream(context.getBeanDefinitionNames())
                    .map(name -> context.getBeanDefinition(name).getBeanClassName())
                    .toList();
            assertThat(classes)
                    .contains(
                            "org.deepsalt.geoserver.DeepSaltProcessFactory",
                            "org.deepsalt.processes.estimate.EstimateSalinityProcess")
                    .filteredOn(name -> !OF_GEOSERVER.contains(name))
                    .allSatisfy(name -> assertThat(zip.getResource(name.replace('.', '/') + ".class"))
                            .isNotNull());
        }
    }

    @Test
    void theInstallationLacksOnlyWhatGeoServerHas() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(urls(), null)) {
            assertThat(Installation.of(loader).check().problem())
                    .isEqualTo("WEB-INF/lib lacks gt-process (GeoServer's own), slf4j-api (GeoServer's own): unpack"
                            + " the whole plugin zip there; then restart the server");
        }
    }

    /** GeoServer 2 has Jackson 2, GeoServer 3 has Jackson 3: ours is inside the jar and named differently. */
    @Test
    void noClassNamesTheJacksonOfGeoServer() throws Exception {
        Path own = jars.values().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("deepsalt-geoserver-"))
                .findFirst()
                .orElseThrow();
        try (JarFile jar = new JarFile(own.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                assertThat(entry.getName()).doesNotStartWith("com/fasterxml");
                if (entry.getName().startsWith("org/deepsalt/")
                        && entry.getName().endsWith(".class")) {
                    String code = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertThat(code).as(entry.getName()).doesNotContain("com/fasterxml/jackson/databind/ObjectMapper");
                }
            }
        }
    }

    private static String artifact(String jar) {
        return jar.replaceFirst("-[0-9].*", "");
    }

    private static URL[] urls() {
        return jars.values().stream().map(PluginZipIT::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean hasContext(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry("applicationContext.xml") != null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
