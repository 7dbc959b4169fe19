/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import java.io.IOException;
import java.nio.file.Path;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.files.WriteFailure;
import org.geoserver.wps.resource.WPSResourceManager;

/**
 * Results of running processes, in folders among the temporary files of their WPS executions: GeoServer deletes them
 * when the outputs are sent or the execution ends, also if it fails. Thread-safe, but a new file is asked for in
 * the thread of the process, to which GeoServer binds the execution.
 */
public final class ExecutionFiles {
    private static final String ENDING = ".deepsalt";

    private final WPSResourceManager resources;

    /** @param resources of GeoServer's WPS, which know the running execution */
    public ExecutionFiles(WPSResourceManager resources) {
        this.resources = resources;
    }

    /** A path in a new folder, which holds nothing else. */
    Path newFile(String name) {
        try {
            return resources.getTemporaryResource(ENDING).dir().toPath().resolve(name);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "no folder for the result can be made: "
                            + WriteFailure.reason(
                                    Path.of(System.getProperty("java.io.tmpdir")),
                                    "the folder of the WPS's results",
                                    e),
                    e);
        }
    }

    /** Deletes the folder of a result before GeoServer would; a file that was not given by {@link #newFile} stays. */
    void discard(Path result) {
        Path folder = result.getParent();
        if (folder != null && folder.getFileName().toString().endsWith(ENDING)) {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new DeepSaltException("a temporary result cannot be deleted: " + e.getMessage(), e);
            }
        }
    }
}
