/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.raster.enmap.ArchiveLimits;

/** Settings of a host, in float32. */
record JobSettings(ProcessSettings host) implements ProcessSettings {
    @Override
    public ProcessLimits limits() {
        return host.limits();
    }

    @Override
    public EngineSettings engine() {
        return host.engine().withPrecision(Precision.FLOAT32);
    }

    @Override
    public ArchiveLimits archives() {
        return host.archives();
    }
}
