/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.deepsalt.model.Problems;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.raster.enmap.ArchiveLimits;

/** Parses the properties; a wrong value is added to the problems and its default is used. */
final class SettingsReader {
    private static final Set<String> KEYS = Set.of(
            "threads",
            "maxPixels",
            "maxTrainingPixels",
            "device",
            "precision",
            "nativeLibraries",
            "importRoots",
            "importMaxBytes",
            "importMaxEntries",
            "importMaxRatio",
            "defaultModel",
            "defaultStyle",
            "workspace",
            "seriesIndex",
            "replaceDefaultPassword");
    private static final Pattern STORE = Pattern.compile("[^:\\s]+:[^:\\s]+");
    private static final int MOST_THREADS = 1024;

    private final Properties properties;
    private final Path dataDirectory;
    private final Problems problems;

    /** @param dataDirectory to which relative paths relate */
    SettingsReader(Properties properties, Path dataDirectory, Problems problems) {
        this.properties = properties;
        this.dataDirectory = dataDirectory;
        this.problems = problems;
    }

    Settings read() {
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        unknown.forEach(key -> problems.add("there is no key '" + key + "'; the keys are "
                + String.join(", ", new TreeSet<>(KEYS)) + ": correct or remove it"));
        ProcessLimits standard = ProcessLimits.defaults();
        int threads = (int) number("threads", standard.threads(), 1, MOST_THREADS);
        ProcessLimits limits =
                new ProcessLimits(threads, number("maxPixels", standard.maxPixels(), 1, Long.MAX_VALUE), (int)
                        number("maxTrainingPixels", standard.maxTrainingPixels(), 100, Integer.MAX_VALUE));
        Path own = dataDirectory.resolve("deepsalt");
        EngineSettings engine = new EngineSettings(
                Optional.of(path("nativeLibraries").orElse(own.resolve("native"))), threads, device(), precision());
        return SettingsBuilder.builder()
                .limits(limits)
                .archives(archives())
                .engine(engine)
                .importRoots(importRoots())
                .defaultModel(text("defaultModel"))
                .defaultStyle(text("defaultStyle").orElse(ProcessSettings.STANDARD_STYLE))
                .workspace(text("workspace"))
                .seriesIndex(seriesIndex())
                .replaceDefaultPassword(flag("replaceDefaultPassword"))
                .build();
    }

    private ArchiveLimits archives() {
        ArchiveLimits standard = ArchiveLimits.STANDARD;
        return new ArchiveLimits(
                number("importMaxBytes", standard.bytes(), 1, Long.MAX_VALUE),
                (int) number("importMaxEntries", standard.entries(), 1, Integer.MAX_VALUE),
                (int) number("importMaxRatio", standard.ratio(), 1, Integer.MAX_VALUE),
                standard.freeBytes());
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> seriesIndex() {
        Optional<String> store = text("seriesIndex");
        if (store.isPresent() && !STORE.matcher(store.get()).matches()) {
            problems.add("seriesIndex is '" + store.get() + "', wanted the name of a store with its workspace, such as"
                    + " deepsalt:postgis: shapefiles are used");
            return Optional.empty();
        }
        return store;
    }

    private long number(String key, long standard, long low, long high) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The sentence below says it.
        }
        problems.add(key + " is '" + text.get() + "', wanted a whole number from " + low + " to " + high + ": "
                + standard + " is used");
        return standard;
    }

    private boolean flag(String key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(key + " is '" + text + "', wanted true or false: false is used");
        }
        return text.equals("true");
    }

    private EngineSettings.Device device() {
        String text = text("device").orElse("auto");
        for (EngineSettings.Device device : EngineSettings.Device.values()) {
            if (device.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return device;
            }
        }
        problems.add("device is '" + text + "', wanted auto, cpu or gpu: auto is used");
        return EngineSettings.Device.AUTO;
    }

    private Precision precision() {
        String text = text("precision").orElse(Precision.AUTO.key());
        return Precision.of(text).orElseGet(() -> {
            problems.add("precision is '" + text + "', wanted auto, float32 or bfloat16: auto is used");
            return Precision.AUTO;
        });
    }

    private Optional<Path> path(String key) {
        return text(key).flatMap(text -> resolve(key, text));
    }

    private List<Path> importRoots() {
        // Unlike other keys, this one may be set to nothing: no imports then.
        return Arrays.stream(properties.getProperty("importRoots", "import").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> resolve("importRoots", text).stream())
                .toList();
    }

    private Optional<Path> resolve(String key, String text) {
        try {
            return Optional.of(dataDirectory.resolve(text).normalize());
        } catch (InvalidPathException e) {
            problems.add(key + " names '" + text + "', which is no path: correct it");
            return Optional.empty();
        }
    }
}
