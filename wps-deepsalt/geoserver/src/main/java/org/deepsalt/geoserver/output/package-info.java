/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** How outputs of the processes travel. */
package org.deepsalt.geoserver.output;
