/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Reads inputs that GeoServer reads otherwise than the processes promise. What an input means is decided by the
 * processes; here it only becomes what they take.
 */
package org.deepsalt.geoserver.input;
