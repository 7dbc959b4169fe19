/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import org.deepsalt.model.DeepSaltException;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.ResourceInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.ows.LocalWorkspace;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** Finds layers by name, as far as the caller may see them. Stateless. */
final class Layers {
    private Layers() {}

    /**
     * Finds the resource of a layer.
     *
     * @param type of resource that is wanted
     * @param wanted the type in words, such as {@code a raster layer}
     * @throws DeepSaltException if there is no such layer for the caller, if it is disabled or of another type
     */
    static <T extends ResourceInfo> T find(Catalog catalog, String name, Class<T> type, String wanted) {
        LayerInfo layer = seen(catalog, name);
        if (layer == null) {
            throw new DeepSaltException(missing(name));
        }
        if (!layer.enabled()) {
            throw new DeepSaltException("layer '" + name + "' is disabled: ask the administrator to enable it");
        }
        if (!type.isInstance(layer.getResource())) {
            throw new DeepSaltException("layer '" + name + "' is not " + wanted + ": name another");
        }
        return type.cast(layer.getResource());
    }

    private static String missing(String name) {
        WorkspaceInfo local = LocalWorkspace.get();
        return local == null
                ? "there is no layer '" + name
                        + "', or you may not read it: name one as workspace:name, see the capabilities of WMS"
                : "there is no layer '" + name + "' in workspace '" + local.getName()
                        + "', or you may not read it; the services of a workspace see no layers of others: name one of"
                        + " its own, or send the request to the services of all workspaces";
    }

    /**
     * The layer of that name, if the caller sees one. In its mixed mode, GeoServer refuses access where in other modes
     * it finds no layer.
     */
    static @Nullable LayerInfo seen(Catalog catalog, String name) {
        try {
            return catalog.getLayerByName(name);
        } catch (AccessDeniedException | AuthenticationException e) {
            throw denied(name, e);
        }
    }

    /**
     * The error for a layer that the caller sees and may not read: in such catalog modes GeoServer refuses access to
     * the data, with another exception for callers who are not logged in.
     *
     * @param e {@link AccessDeniedException} or {@link AuthenticationException}
     */
    static DeepSaltException denied(String name, RuntimeException e) {
        return new DeepSaltException("layer '" + name + "' may not be read by you: log in, or name another", e);
    }
}
