/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geoserver.catalog.MetadataMap;
import org.geoserver.catalog.StoreInfo;
import org.mockito.Answers;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/**
 * An object of GeoServer's catalog that keeps what is set. As there, a change counts when it is saved, except in what
 * the holder of the object sees.
 */
public final class Bean implements Answer<Object> {
    private final Map<String, Object> properties = new HashMap<>();
    private Map<String, Object> saved = Map.of();

    /**
     * An object of the catalog with these properties.
     *
     * @param properties names as in the getters, and values
     */
    public static <T> T of(Class<T> type, Object... properties) {
        Bean bean = new Bean();
        if (StoreInfo.class.isAssignableFrom(type)) {
            bean.properties.put("Metadata", metadata());
        }
        for (int i = 0; i < properties.length; i += 2) {
            bean.properties.put((String) properties[i], properties[i + 1]);
        }
        return mock(type, bean);
    }

    /** GeoServer's map of metadata, with a map behind it. */
    static MetadataMap metadata() {
        Map<String, Serializable> map = new LinkedHashMap<>();
        MetadataMap metadata = mock();
        when(metadata.put(anyString(), any())).thenAnswer(put -> map.put(put.getArgument(0), put.getArgument(1)));
        when(metadata.remove(any())).thenAnswer(remove -> map.remove(remove.getArgument(0)));
        when(metadata.get(any())).thenAnswer(get -> map.get(get.getArgument(0)));
        when(metadata.entrySet()).thenReturn(map.entrySet());
        when(metadata.size()).thenAnswer(size -> map.size());
        doAnswer(clear -> {
                    map.clear();
                    return null;
                })
                .when(metadata)
                .clear();
        return metadata;
    }

    static void save(Object info) {
        Map<String, Object> state = new HashMap<>();
        behind(info).properties.forEach((name, value) -> {
            if (value != null) {
                state.put(name, copy(value));
            }
        });
        behind(info).saved = state;
    }

    /** What the catalog has, by the names of the getters. */
    public static Map<String, Object> saved(Object info) {
        return behind(info).saved;
    }

    private static Bean behind(Object info) {
        return (Bean) mockingDetails(info).getMockCreationSettings().getDefaultAnswer();
    }

    private static Object copy(Object value) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        return value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : value;
    }

    @Override
    public Object answer(InvocationOnMock call) throws Throwable {
        String name = call.getMethod().getName();
        if (name.startsWith("set")) {
            properties.put(name.substring(3), call.getArgument(0));
            return null;
        }
        return name.startsWith("get") ? properties.get(name.substring(3)) : Answers.RETURNS_DEFAULTS.answer(call);
    }
}
