/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import org.deepsalt.processes.DeepSaltProcess;
import org.geoserver.wps.jts.SpringBeanProcessFactory;
import org.geotools.api.feature.type.Name;
import org.geotools.process.Process;

/**
 * Gives GeoServer the processes of the group {@code deepsalt}. It is a class of its own because GeoServer keeps roles and
 * limits of process groups by the class of their factory: a plain factory would share those of the group {@code gs}.
 */
public final class DeepSaltProcessFactory extends SpringBeanProcessFactory {
    /** Looks for the processes among the beans of the context. */
    public DeepSaltProcessFactory() {
        super("DeepSalt", "deepsalt", DeepSaltProcess.class);
    }

    @Override
    public Process create(Name name) {
        Process process = super.create(name);
        return process == null ? null : new CarefulProcess(process);
    }
}
