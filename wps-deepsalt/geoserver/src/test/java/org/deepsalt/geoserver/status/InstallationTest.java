/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final Map<String, String> WHOLE = new LinkedHashMap<>();

    static {
        WHOLE.put("deepsalt-geoserver-0.1.0.jar", "org/deepsalt/geoserver/DeepSaltProcessFactory.class");
        WHOLE.put("api-0.36.0.jar", "ai/djl/engine/Engine.class");
        WHOLE.put("tensorflow-engine-0.36.0.jar", "ai/djl/tensorflow/engine/TfEngine.class");
        WHOLE.put("tensorflow-api-0.36.0.jar", "org/tensorflow/Graph.class");
        WHOLE.put("javacpp-1.5.11.jar", "org/bytedeco/javacpp/Loader.class");
        WHOLE.put("protobuf-java-4.31.1.jar", "com/google/protobuf/MessageLite.class");
        WHOLE.put("gson-2.13.1.jar", "com/google/gson/Gson.class");
        WHOLE.put("fastcsv-4.4.0.jar", "de/siegmar/fastcsv/reader/CsvReader.class");
        WHOLE.put("commons-statistics-descriptive-1.2.jar", "org/apache/commons/statistics/descriptive/Quantile.class");
        WHOLE.put("smile-core-3.1.1.jar", "smile/base/cart/CART.class");
        WHOLE.put("smile-base-3.1.1.jar", "smile/data/DataFrame.class");
        WHOLE.put("gt-process-33.6.jar", "org/geotools/process/ProcessException.class");
        WHOLE.put("slf4j-api-2.0.16.jar", "org/slf4j/LoggerFactory.class");
    }

    @TempDir
    Path lib;

    @Test
    void aWholeInstallationHasNoProblem() throws Exception {
        assertThat(problem(WHOLE)).isEmpty();
    }

    @Test
    void missingJarsAreNamedWithTheRemedy() throws Exception {
        Map<String, String> jars = new LinkedHashMap<>(WHOLE);
        jars.remove("protobuf-java-4.31.1.jar");
        jars.remove("gson-2.13.1.jar");
        assertThat(problem(jars))
                .isEqualTo("WEB-INF/lib lacks protobuf-java (com.google.protobuf), gson (com.google.code.gson):"
                        + " unpack the whole plugin zip there; then restart the server");
    }

    @Test
    void aJarInTwoVersionsIsNamedWithBothAndTheRemedy() throws Exception {
        Map<String, String> jars = new LinkedHashMap<>(WHOLE);
        jars.put("gson-2.3.1.jar", "com/google/gson/Gson.class");
        assertThat(problem(jars))
                .isEqualTo("WEB-INF/lib has more than one gson (com.google.code.gson) (gson-2.13.1.jar,"
                        + " gson-2.3.1.jar): remove the older one; then restart the server");
    }

    @Test
    void whatGeoServerBringsMayBeSeenTwice() throws Exception {
        Map<String, String> jars = new LinkedHashMap<>(WHOLE);
        jars.put("slf4j-api-2.0.9.jar", "org/slf4j/LoggerFactory.class");
        assertThat(problem(jars)).isEmpty();
    }

    @Test
    void bothKindsOfProblemsAreReportedAtOnce() throws Exception {
        Map<String, String> jars = new LinkedHashMap<>(WHOLE);
        jars.remove("fastcsv-4.4.0.jar");
        jars.put("deepsalt-geoserver-0.0.9.jar", "org/deepsalt/geoserver/DeepSaltProcessFactory.class");
        assertThat(problem(jars))
                .startsWith("WEB-INF/lib lacks fastcsv (de.siegmar): ")
                .contains("; WEB-INF/lib has more than one deepsalt-geoserver (deepsalt-geoserver-0.1.0.jar,"
                        + " deepsalt-geoserver-0.0.9.jar): ")
                .endsWith("; then restart the server");
    }

    /** The entries are empty: loading one as a class would fail, and the class loader tells of every attempt. */
    private String problem(Map<String, String> jars) throws IOException {
        try (URLClassLoader loader = new FilesAlone(jars.entrySet().stream()
                .map(jar -> write(jar.getKey(), jar.getValue()))
                .toArray(URL[]::new))) {
            return Installation.of(loader).check().problem();
        }
    }

    private URL write(String name, String entry) {
        Path file = lib.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.closeEntry();
            return url(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    /** Has files and no classes. */
    private static final class FilesAlone extends URLClassLoader {
        private FilesAlone(URL[] jars) {
            super(jars, null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) {
            throw new AssertionError("the class " + name + " was touched");
        }
    }
}
