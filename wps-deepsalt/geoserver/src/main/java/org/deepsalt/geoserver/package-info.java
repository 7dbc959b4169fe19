/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** The extension: DeepSalt's processes in a GeoServer. */
package org.deepsalt.geoserver;
