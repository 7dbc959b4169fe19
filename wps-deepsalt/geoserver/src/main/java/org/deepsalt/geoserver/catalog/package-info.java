/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** The processes' view of GeoServer's catalog: reading layers as far as the caller may, publishing results. */
package org.deepsalt.geoserver.catalog;
