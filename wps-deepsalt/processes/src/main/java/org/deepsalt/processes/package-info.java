/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Floor 3: the WPS processes and what they ask of their host, the {@link org.deepsalt.processes.catalog.LayerCatalog}.
 * Knows GeoTools' process annotations but no GeoServer; GeoServer and the standalone host both run these classes.
 */
package org.deepsalt.processes;
