/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.standalone.wps;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Bounds of the executions; the names are those of GeoServer's {@code wps.xml}.
 *
 * @param folder where executions keep their outputs
 * @param parallel executions at a time
 * @param waiting executions that may wait; more are refused
 * @param maxExecutionTime after which an execution is stopped; zero for none
 * @param expiration after which the outputs of a finished execution are deleted
 */
record WpsSettings(Path folder, int parallel, int waiting, Duration maxExecutionTime, Duration expiration) {}
