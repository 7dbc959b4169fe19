/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.deepsalt.geoserver.layers.StoreFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageInfo;
import org.geotools.api.coverage.grid.GridCoverageReader;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Opens raster layers through GeoServer's cached readers, which apply the caller's restrictions to every read and are
 * never disposed here. Thread-safe.
 */
final class RasterLayers {
    /** In the metadata of a layer whose bands GeoServer puts together, in an order that no file knows. */
    private static final String COVERAGE_VIEW = "COVERAGE_VIEW";

    private final Catalog catalog;

    RasterLayers(Catalog catalog) {
        this.catalog = catalog;
    }

    RasterLayer open(String name) {
        CoverageInfo coverage = Layers.find(catalog, name, CoverageInfo.class, "a raster layer");
        List<String> bands = coverage.getDimensions().stream()
                .map(band -> Objects.requireNonNullElse(band.getName(), ""))
                .toList();
        GridCoverage2DReader reader = reader(name, coverage);
        Path file = file(coverage);
        if (file != null && GeoTiffs.isTiff(file)) {
            GeoTiffs.requireOwnCrs(file, reader.getCoordinateReferenceSystem());
            bands = BandNames.of(bands, file);
        }
        return new RasterLayer(name, reader, file, bands, () -> {});
    }

    /** GeoServer's reader, which refuses callers that may not read. */
    static GridCoverage2DReader reader(String name, CoverageInfo coverage) {
        try {
            GridCoverageReader reader = coverage.getGridCoverageReader(null, null);
            if (reader instanceof GridCoverage2DReader grid) {
                return grid;
            }
            throw new DeepSaltException("the data of layer '" + name + "' cannot be found: check its store");
        } catch (AccessDeniedException | AuthenticationException e) {
            throw Layers.denied(name, e);
        } catch (IOException e) {
            throw new DeepSaltException("layer '" + name + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Null for what does not show one file as it is: mosaics, databases, coverage views. */
    private @Nullable Path file(CoverageInfo coverage) {
        if (coverage.getMetadata().containsKey(COVERAGE_VIEW)) {
            return null;
        }
        return StoreFile.of(catalog, coverage.getStore()).orElse(null);
    }
}
