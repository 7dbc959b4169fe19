/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.deepsalt.demohost.style.MapStyle;
import org.deepsalt.demohost.style.SldReader;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.model.DeepSaltException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a data directory once. An entry that is broken becomes a warning and is left out; the others are not affected.
 * Not thread-safe.
 */
final class CatalogReader {
    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogReader.class);

    private static final List<String> SERVICES = List.of("wms", "wps");
    private static final List<String> NO_STORES = List.of("styles", "layergroups");

    private final DataDirectory directory;
    private final LayerReader layerReader;
    private final Map<String, Layer> layers = new TreeMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, MapStyle> styles = new TreeMap<>();
    private final Map<String, String> styleNames = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    CatalogReader(DataDirectory directory, RasterFiles files) {
        this.directory = directory;
        this.layerReader = new LayerReader(directory, files, styleNames, warnings::add);
    }

    Snapshot read() {
        readStyles(directory.styles(), "");
        List<String> workspaces = new ArrayList<>();
        for (Path folder : DataDirectory.list(directory.workspaces(), Files::isDirectory)) {
            if (Files.isRegularFile(folder.resolve("workspace.xml"))) {
                attempt(folder.resolve("workspace.xml"), () -> readWorkspace(folder, workspaces));
            }
        }
        Optional<XmlElement> global = settings("global");
        Map<String, ServiceMetadata> services = new HashMap<>();
        for (String service : SERVICES) {
            services.put(service, settings(service).map(ServiceMetadata::of).orElse(ServiceMetadata.NONE));
        }
        return SnapshotBuilder.builder()
                .defaultWorkspace(defaultWorkspace(workspaces))
                .workspaces(List.copyOf(workspaces))
                .layers(layers)
                .unreadable(Set.copyOf(unreadable))
                .styles(styles)
                .services(services)
                .contact(
                        global.flatMap(root -> root.child("settings", "contact").or(() -> root.child("contact")))
                                .map(Contact::of)
                                .orElse(Contact.NONE))
                .warnings(List.copyOf(warnings))
                .build();
    }

    private Optional<XmlElement> settings(String name) {
        Path file = directory.root().resolve(name + ".xml");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<XmlElement> read = new ArrayList<>();
        attempt(file, () -> read.add(SafeXml.read(file)));
        return read.stream().findFirst();
    }

    private String defaultWorkspace(List<String> workspaces) {
        Path file = directory.workspaces().resolve("default.xml");
        List<String> named = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            attempt(file, () -> SafeXml.read(file).text("name").ifPresent(named::add));
        }
        named.retainAll(workspaces);
        return named.stream().findFirst().orElse(workspaces.isEmpty() ? "" : workspaces.get(0));
    }

    private void readWorkspace(Path folder, List<String> workspaces) {
        String name = SafeXml.read(folder.resolve("workspace.xml"))
                .text("name")
                .orElseThrow(() -> new DeepSaltException("the workspace has no name"));
        workspaces.add(name);
        readStyles(folder.resolve("styles"), name + ":");
        for (Path store : DataDirectory.list(folder, Files::isDirectory)) {
            if (!NO_STORES.contains(store.getFileName().toString())) {
                readStore(name, store);
            }
        }
    }

    private void readStyles(Path folder, String prefix) {
        for (Path file : DataDirectory.list(folder, path -> path.toString().endsWith(".xml"))) {
            attempt(file, () -> {
                XmlElement entry = SafeXml.read(file);
                String name =
                        prefix + entry.text("name").orElseThrow(() -> new DeepSaltException("the style has no name"));
                String sld = entry.text("filename").orElse(name + ".sld");
                MapStyle style = SldReader.read(folder.resolve(sld));
                styles.put(name, style);
                entry.text("id").ifPresent(id -> styleNames.put(id, name));
                warnings.addAll(style.warnings());
            });
        }
    }

    private void readStore(String workspace, Path folder) {
        Path rasterStore = folder.resolve(DataDirectory.STORE_FILE);
        Path pointStore = folder.resolve("datastore.xml");
        if (Files.isRegularFile(rasterStore)) {
            readLayers(workspace, folder, rasterStore, DataDirectory.COVERAGE_FILE);
        } else if (Files.isRegularFile(pointStore)) {
            readLayers(workspace, folder, pointStore, "featuretype.xml");
        }
    }

    private void readLayers(String workspace, Path folder, Path storeFile, String resourceName) {
        attempt(storeFile, () -> {
            XmlElement store = SafeXml.read(storeFile);
            for (Path layer : DataDirectory.list(folder, Files::isDirectory)) {
                Path resource = layer.resolve(resourceName);
                if (Files.isRegularFile(resource)
                        && !attempt(resource, () -> layerReader
                                .read(workspace, store, SafeXml.read(resource), layer.resolve(DataDirectory.LAYER_FILE))
                                .ifPresent(read -> layers.put(read.prefixedName(), read)))) {
                    unreadable.add(workspace + ":" + layer.getFileName());
                }
            }
        });
    }

    /** Whether an entry was read; a warning tells why not. */
    private boolean attempt(Path file, Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DeepSaltException e) {
            leaveOut(file, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // Libraries tell bad data in exceptions of many kinds; the other layers are served all the same.
            LOGGER.debug("'{}' cannot be read", file, e);
            leaveOut(file, "it or its data are damaged, or of a kind that is not read: correct or remove it");
        }
        return false;
    }

    private void leaveOut(Path file, String why) {
        warnings.add(directory.root().relativize(file) + " is left out: " + why);
    }
}
