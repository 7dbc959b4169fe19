/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.status;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks the jars that the extension needs by looking for one file of each. No class is loaded: a first class of DJL
 * that were loaded here would leave DJL unusable.
 */
public final class Installation {
    private static final String CLASS = ".class";

    /** What GeoServer brings along: some containers show it to web applications a second time, which is no fault. */
    private static final String GEOSERVERS = "GeoServer's own";

    /** By the jar's name, a file that is in this jar alone. */
    private static final Map<String, String> JARS = new LinkedHashMap<>();

    static {
        JARS.put("deepsalt-geoserver", "org/deepsalt/geoserver/DeepSaltProcessFactory" + CLASS);
        JARS.put("api (ai.djl)", "ai/djl/engine/Engine" + CLASS);
        JARS.put("tensorflow-engine (ai.djl.tensorflow)", "ai/djl/tensorflow/engine/TfEngine" + CLASS);
        JARS.put("tensorflow-api (ai.djl.tensorflow)", "org/tensorflow/Graph" + CLASS);
        JARS.put("javacpp (org.bytedeco)", "org/bytedeco/javacpp/Loader" + CLASS);
        JARS.put("protobuf-java (com.google.protobuf)", "com/google/protobuf/MessageLite" + CLASS);
        JARS.put("gson (com.google.code.gson)", "com/google/gson/Gson" + CLASS);
        JARS.put("fastcsv (de.siegmar)", "de/siegmar/fastcsv/reader/CsvReader" + CLASS);
        JARS.put(
                "commons-statistics-descriptive (org.apache.commons)",
                "org/apache/commons/statistics/descriptive/Quantile" + CLASS);
        JARS.put("smile-core (com.github.haifengl)", "smile/base/cart/CART" + CLASS);
        JARS.put("smile-base (com.github.haifengl)", "smile/data/DataFrame" + CLASS);
        JARS.put("gt-process (" + GEOSERVERS + ")", "org/geotools/process/ProcessException" + CLASS);
        JARS.put("slf4j-api (" + GEOSERVERS + ")", "org/slf4j/LoggerFactory" + CLASS);
    }

    private final ClassLoader loader;

    private Installation(ClassLoader loader) {
        this.loader = loader;
    }

    /** The jars as the extension's own class loader finds them. */
    public static Installation ofThisServer() {
        return of(Installation.class.getClassLoader());
    }

    /** The jars of another class loader. */
    public static Installation of(ClassLoader loader) {
        return new Installation(loader);
    }

    /**
     * What the check found.
     *
     * @param usable whether nothing is missing: of two versions of a jar, one serves, if not always the right one
     * @param problem one sentence that says what is wrong, with the remedy; empty if nothing is
     */
    public record Finding(boolean usable, String problem) {}

    /** Looks for the jars. */
    public Finding check() {
        List<String> missing = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        JARS.forEach((jar, file) -> {
            List<URL> found = find(file);
            if (found.isEmpty()) {
                missing.add(jar);
            } else if (found.size() > 1 && !jar.contains(GEOSERVERS)) {
                doubled.add(jar + " (" + found.stream().map(Installation::jar).collect(Collectors.joining(", ")) + ")");
            }
        });
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add("WEB-INF/lib lacks " + String.join(", ", missing) + ": unpack the whole plugin zip there");
        }
        if (!doubled.isEmpty()) {
            parts.add("WEB-INF/lib has more than one " + String.join(", ", doubled) + ": remove the older one");
        }
        String problem = parts.isEmpty() ? "" : String.join("; ", parts) + "; then restart the server";
        return new Finding(missing.isEmpty(), problem);
    }

    private List<URL> find(String file) {
        try {
            return Collections.list(loader.getResources(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String jar(URL url) {
        String path = url.getPath().replaceFirst("!.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
