/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.deepsalt.model.DeepSaltException;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/** Keeps libraries quiet, and checks that the logging interface on the class path is the one that they want. */
final class LoggingSetup {
    /**
     * Libraries that report what is no concern of the user, as that there is no graphics card. Held, lest they be lost.
     */
    private static final Logger[] QUIET = {
        Logger.getLogger("ai.djl"),
        Logger.getLogger("org.eclipse.jetty"),
        Logger.getLogger("org.geotools"),
        Logger.getLogger("smile"),
        // GeoTools tells it the stack of what a GeoTIFF's coordinate reference system lacks.
        Logger.getGlobal()
    };

    private LoggingSetup() {}

    static void apply() {
        Object wanted = SLF4JServiceProvider.class.getProtectionDomain().getCodeSource();
        Object got = LoggerFactory.class.getProtectionDomain().getCodeSource();
        if (!wanted.equals(got)) {
            throw new DeepSaltException("slf4j comes from " + got + ", wanted " + wanted
                    + ": put slf4j-api 2 before the GeoTools bundle on the class path");
        }
        for (Logger logger : QUIET) {
            logger.setLevel(Level.SEVERE);
        }
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(new LogLines());
        }
    }
}
