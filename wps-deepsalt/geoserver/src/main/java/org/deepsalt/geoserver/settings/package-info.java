/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** What the administrator sets in {@code deepsalt/deepsalt.properties} of the data directory. */
package org.deepsalt.geoserver.settings;
