/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.nio.file.Path;
import java.util.Optional;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.platform.resource.Resource;

/** Knows the stores of series that DeepSalt has made: mosaics with the same mark in the catalog and in their folder. */
public final class SeriesStore {
    private SeriesStore() {}

    /**
     * The folder of the series' files.
     *
     * @return absolute; empty where the store is none of a series, or none that DeepSalt has made
     */
    public static Optional<Path> folder(Catalog catalog, CoverageStoreInfo store) {
        Optional<String> mark = LayerMark.of(store);
        return mark.isEmpty()
                ? Optional.empty()
                : place(catalog, store).filter(folder -> LayerMark.of(folder).equals(mark));
    }

    /** The folder that a store of this type names, whoever made it. */
    static Optional<Path> place(Catalog catalog, CoverageStoreInfo store) {
        if (store.getURL() == null || LayerKind.of(store) != LayerKind.SERIES) {
            return Optional.empty();
        }
        try {
            Resource resource = catalog.getResourceLoader().fromURL(store.getURL());
            return resource == null || resource.getType() != Resource.Type.DIRECTORY
                    ? Optional.empty()
                    : Optional.of(resource.dir().toPath().toAbsolutePath().normalize());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
