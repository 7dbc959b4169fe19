/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.raster.enmap.ArchiveLimits;

/**
 * Values of {@code deepsalt.properties}; its keys say what each is for. Immutable.
 *
 * @param importRoots absolute
 * @param workspace empty for the catalog's default
 * @param seriesIndex {@code workspace:store} of a database; empty for shapefiles
 */
@RecordBuilder
record Settings(
        ProcessLimits limits,
        ArchiveLimits archives,
        EngineSettings engine,
        List<Path> importRoots,
        Optional<String> defaultModel,
        String defaultStyle,
        Optional<String> workspace,
        Optional<String> seriesIndex,
        boolean replaceDefaultPassword) {}
