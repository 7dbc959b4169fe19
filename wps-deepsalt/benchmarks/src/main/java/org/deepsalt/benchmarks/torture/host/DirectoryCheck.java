/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerFiles;

/**
 * What may lie in the data directory of a host that rests: layers that are whole, their files and no others, models
 * that are whole, and no temporary folder but that of the process that runs. Stateless, thread-safe.
 */
public final class DirectoryCheck {
    /** Hosts that share a directory hold it while they publish or save a model; it stays. */
    private static final String LOCK = ".lock";

    private DirectoryCheck() {}

    /** Everything that is wrong, as sentences. */
    public static List<String> faults(Path data, long pid) throws IOException {
        List<String> faults = new ArrayList<>();
        temporary(data, pid, faults);
        layers(data, faults);
        models(data.resolve("deepsalt/models"), faults);
        return faults;
    }

    /** The published layers by name, each with the fingerprint of its values, or why it has none. */
    public static Map<String, String> published(Path data) {
        Map<String, String> states = new LinkedHashMap<>();
        Catalog catalog = Catalog.open(data);
        catalog.layers().stream()
                .filter(RasterLayer.class::isInstance)
                .map(RasterLayer.class::cast)
                .filter(layer -> layer.prefixedName().startsWith("deepsalt:"))
                .forEach(layer -> states.put(layer.prefixedName(), state(layer.file())));
        return states;
    }

    private static String state(Path file) {
        try {
            return Fingerprint.of(file);
        } catch (DeepSaltException e) {
            return "damaged: " + e.getMessage();
        }
    }

    private static void temporary(Path data, long pid, List<String> faults) throws IOException {
        for (Path folder : list(data.resolve("temp/deepsalt"))) {
            if (!folder.getFileName().toString().equals(Long.toString(pid))) {
                faults.add("temporary folder '" + data.relativize(folder) + "' of a process that is gone");
            }
            for (Path result : list(folder.resolve("results"))) {
                faults.add("temporary result '" + data.relativize(result) + "'");
            }
        }
        for (Path folder : list(data.resolve("temp/deepsalt-publish"))) {
            if (folder.getFileName().toString().equals(LOCK)) {
                continue;
            }
            faults.add("unfinished publication '" + data.relativize(folder) + "'");
        }
    }

    private static void layers(Path data, List<String> faults) throws IOException {
        Catalog catalog = Catalog.open(data);
        catalog.warnings().forEach(warning -> faults.add("the catalog warns: " + warning));
        for (Path store : list(data.resolve("workspaces/deepsalt"))) {
            if (Files.isDirectory(store)
                    && catalog.find("deepsalt:" + store.getFileName()).isEmpty()) {
                faults.add("folder '" + data.relativize(store) + "' makes no layer");
            }
        }
        for (Path folder : list(data.resolve("data/deepsalt"))) {
            String name = "deepsalt:" + folder.getFileName();
            String kept = catalog.find(name)
                    .filter(RasterLayer.class::isInstance)
                    .map(layer -> LayerFiles.state(((RasterLayer) layer).file()))
                    .orElse("");
            for (Path file : list(folder)) {
                if (!LayerFiles.state(file).equals(kept)) {
                    faults.add("file '" + data.relativize(file) + "' belongs to no layer");
                }
            }
            if (kept.isEmpty()) {
                faults.add("folder '" + data.relativize(folder) + "' belongs to no layer");
            }
        }
    }

    private static void models(Path models, List<String> faults) throws IOException {
        for (Path model : list(models)) {
            String name = model.getFileName().toString();
            if (name.equals(LOCK)) {
                continue;
            }
            if (!Files.isRegularFile(model.resolve("model.json"))) {
                faults.add("'" + name + "' among the models is no model");
            } else {
                ModelFiles.faults(model).forEach(fault -> faults.add("model '" + name + "': " + fault));
            }
        }
    }

    /** What a folder holds, nothing if there is none or it has just gone. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
