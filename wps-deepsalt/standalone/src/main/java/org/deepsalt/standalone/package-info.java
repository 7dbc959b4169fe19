/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Floor 4, standalone: the processes and their maps without a GeoServer, for trying, testing and demonstrating on one
 * machine. Production is GeoServer.
 */
package org.deepsalt.standalone;
