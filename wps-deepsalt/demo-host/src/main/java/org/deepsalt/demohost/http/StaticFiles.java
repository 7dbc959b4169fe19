/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Files of the map page: the page itself from the package {@code www} beside this one, OpenLayers from its WebJar. Only
 * files with a known type on the class path below these two places can be had. Thread-safe.
 */
final class StaticFiles {
    /** Where the map page is. */
    static final String PAGE = "/geoserver/www/deepsalt/";

    private static final String LIBRARY = PAGE + "ol/";
    private static final String PAGE_FOLDER = "/org/deepsalt/demohost/www/";
    private static final Pattern SAFE = Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private final String libraryFolder;

    StaticFiles() {
        this.libraryFolder = "/META-INF/resources/webjars/ol/" + libraryVersion() + "/";
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in =
                StaticFiles.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/ol/pom.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the class path cannot be read", e);
        }
        return properties.getProperty("version", "none");
    }

    /** The file at a path that begins with {@link #PAGE}; empty if there is none. */
    Optional<OwsReply> find(String path) {
        if (path.startsWith(LIBRARY)) {
            return resource(libraryFolder, path.substring(LIBRARY.length()))
                    .map(reply -> reply.withHeader("Cache-Control", "max-age=86400"));
        }
        String file = path.substring(PAGE.length());
        return resource(PAGE_FOLDER, file.isEmpty() ? "index.html" : file)
                .map(reply -> reply.withHeader("Cache-Control", "no-cache"));
    }

    private static Optional<OwsReply> resource(String folder, String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !SAFE.matcher(file).matches()) {
            return Optional.empty();
        }
        try (InputStream in = StaticFiles.class.getResourceAsStream(folder + file)) {
            return in == null ? Optional.empty() : Optional.of(OwsReply.of(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("the class path cannot be read", e);
        }
    }
}
