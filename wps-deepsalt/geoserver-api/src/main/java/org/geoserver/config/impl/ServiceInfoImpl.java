/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.config.impl;

import org.geoserver.config.ServiceInfo;

/** Signatures as in GeoServer. */
public class ServiceInfoImpl implements ServiceInfo {
    @Override
    public String getName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setName(String name) {
        throw new UnsupportedOperationException();
    }
}
