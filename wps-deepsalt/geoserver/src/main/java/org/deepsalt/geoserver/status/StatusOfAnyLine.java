/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.status;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.geoserver.platform.ModuleStatus;
import org.jspecify.annotations.Nullable;

/**
 * Adapts a status to GeoServer 2.27 and to its successors: GeoServer 3 added {@code getCategory}, whose type does
 * not exist before, so that no class can have the method on both lines. Without it the status of all modules fails
 * there.
 */
public final class StatusOfAnyLine {
    private static final String CATEGORY = "COMMUNITY";

    private StatusOfAnyLine() {}

    /** Wraps a status so that it implements the interface of the GeoServer that runs. */
    public static ModuleStatus of(ModuleStatus status) {
        return (ModuleStatus) Proxy.newProxyInstance(
                StatusOfAnyLine.class.getClassLoader(),
                new Class<?>[] {ModuleStatus.class},
                (proxy, method, arguments) -> answer(status, proxy, method, arguments));
    }

    private static @Nullable Object answer(ModuleStatus status, Object proxy, Method method, Object[] arguments)
            throws Throwable {
        if (method.getReturnType().isEnum()) {
            return Arrays.stream(method.getReturnType().getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(CATEGORY))
                    .findFirst()
                    .orElse(null);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        try {
            return method.invoke(status, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
