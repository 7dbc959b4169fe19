/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.demohost.DataDirectoryLayers;
import org.deepsalt.demohost.Scratch;
import org.deepsalt.demohost.Settings;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.processes.job.ProcessSettings;
import org.geotools.api.feature.type.Name;

/**
 * The processes, with the files of this machine and the layers of a data directory as their inputs. Closing it deletes
 * the temporary files of results.
 */
final class Workbench implements AutoCloseable {
    private final FileCatalog files;
    private final ProcessRegistry processes;

    Workbench(Path dataDirectory) {
        DataDirectoryLayers layers =
                new DataDirectoryLayers(Catalog.openUnread(dataDirectory), Scratch.of(dataDirectory));
        ProcessSettings settings = Settings.processes();
        this.files = new FileCatalog(layers, settings.archives());
        this.processes = new ProcessRegistry(files, settings);
    }

    ProcessRegistry processes() {
        return processes;
    }

    FileCatalog files() {
        return files;
    }

    /** Finds a process by its id, with or without the prefix. */
    Name find(String id) {
        return processes
                .find(id)
                .orElseThrow(() -> new InvalidRequestException(List.of("there is no process '" + id + "', there are "
                        + String.join(
                                ", ",
                                processes.getNames().stream()
                                        .map(ProcessRegistry::id)
                                        .toList()))));
    }

    @Override
    public void close() {
        processes.close();
        files.close();
    }
}
