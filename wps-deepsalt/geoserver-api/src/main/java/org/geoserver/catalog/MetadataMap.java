/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Signatures as in GeoServer, where it is more than a map. */
public class MetadataMap extends AbstractMap<String, Serializable> implements Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public Serializable get(Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serializable put(String key, Serializable value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Map.Entry<String, Serializable>> entrySet() {
        throw new UnsupportedOperationException();
    }
}
