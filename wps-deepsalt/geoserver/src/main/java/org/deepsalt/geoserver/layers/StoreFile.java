/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.nio.file.Path;
import java.util.Optional;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.platform.resource.Resource;

/** The file of a store's address. Stateless. */
public final class StoreFile {
    private StoreFile() {}

    /**
     * Finds the file.
     *
     * @return empty where the address is none, leads to something else than a file, or cannot be understood: it may
     *     have a lonely percent sign or a character that no path has
     */
    public static Optional<Path> of(Catalog catalog, CoverageStoreInfo store) {
        if (store.getURL() == null) {
            return Optional.empty();
        }
        try {
            Resource resource = catalog.getResourceLoader().fromURL(store.getURL());
            return resource == null || resource.getType() != Resource.Type.RESOURCE
                    ? Optional.empty()
                    : Optional.of(resource.file().toPath());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
