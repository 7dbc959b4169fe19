/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.ppio;

import java.util.List;

/** Signatures as in GeoServer. */
public interface PPIOFactory {
    List<ProcessParameterIO> getProcessParameterIO();
}
