/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Signatures as in GeoServer. */
public class MetadataMap implements Map<String, Serializable>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean containsKey(Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean containsValue(Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serializable get(Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serializable put(String key, Serializable value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serializable remove(Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(Map<? extends String, ? extends Serializable> m) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> keySet() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Collection<Serializable> values() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Map.Entry<String, Serializable>> entrySet() {
        throw new UnsupportedOperationException();
    }
}
