/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.series;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.deepsalt.geoserver.layers.LayerPlace;
import org.deepsalt.geoserver.layers.OwnLayer;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.SeriesFolder;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geotools.api.coverage.grid.GridCoverageReader;
import org.geotools.api.coverage.grid.GridGeometry;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.GridGeometry2D;
import org.geotools.coverage.grid.io.GranuleSource;
import org.geotools.coverage.grid.io.GranuleStore;
import org.geotools.coverage.grid.io.HarvestedSource;
import org.geotools.coverage.grid.io.StructuredGridCoverage2DReader;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * GeoServer's index of the granules of a series. Its readers take no lock: one change at a time is the caller's care.
 */
public final class SeriesIndex {
    private static final String DATES_WITH_TIME = "org.geotools.shapefile.datetime";

    private SeriesIndex() {}

    /**
     * The files that tell GeoServer how to index a series.
     *
     * @param database name of a store of the catalog, with its workspace, that keeps the index; a shapefile without it
     */
    public static Map<String, byte[]> files(String layer, Optional<String> database) {
        Map<String, byte[]> files = new HashMap<>(SeriesFolder.properties(layer));
        database.ifPresent(store ->
                files.put("datastore.properties", ("StoreName=" + store + "\n").getBytes(StandardCharsets.ISO_8859_1)));
        return files;
    }

    /**
     * Refuses where a day would be shown as the one before: GeoTools writes and reads the dates of a shapefile in the
     * time zone of the server, unless it writes them with the time.
     */
    public static void requireDaysOfUtc(Optional<String> database) {
        TimeZone zone = TimeZone.getDefault();
        boolean utc = zone.getRawOffset() == 0 && !zone.useDaylightTime();
        if (database.isEmpty() && !utc && !Boolean.getBoolean(DATES_WITH_TIME)) {
            throw new DeepSaltException("this server runs in time zone '" + zone.getID() + "', in which the index of a"
                    + " series would show another day: have it started with -D" + DATES_WITH_TIME
                    + "=true, or with -Duser.timezone=UTC");
        }
    }

    /**
     * Adds a granule, or reads it anew.
     *
     * @throws DeepSaltException with what GeoServer says if it did not take it
     */
    public static void add(CoverageStoreInfo store, Path granule) throws IOException {
        List<HarvestedSource> harvested = reader(store).harvest(null, granule.toFile(), null);
        if (harvested.isEmpty()) {
            throw refused("it has not said why");
        }
        harvested.stream().filter(source -> !source.success()).findFirst().ifPresent(source -> {
            throw refused(source.getMessage());
        });
    }

    private static DeepSaltException refused(String why) {
        return new DeepSaltException("GeoServer did not take the map into the index of the series: " + why);
    }

    /** Bounds and grid of all granules of a series. */
    public static LayerPlace place(OwnLayer own) throws IOException {
        StructuredGridCoverage2DReader reader = reader(own.store());
        ReferencedEnvelope bounds = new ReferencedEnvelope(reader.getOriginalEnvelope());
        CoordinateReferenceSystem crs = own.coverage().getNativeCRS();
        GridGeometry grid = new GridGeometry2D(
                reader.getOriginalGridRange(), reader.getOriginalGridToWorld(PixelInCell.CELL_CENTER), crs);
        try {
            ReferencedEnvelope geographic = bounds.transform(DefaultGeographicCRS.WGS84, true);
            return new LayerPlace(crs, own.coverage().getSRS(), bounds, geographic, grid);
        } catch (TransformException | FactoryException e) {
            throw new DeepSaltException("the bounds of the series have no place on the earth: " + e.getMessage(), e);
        }
    }

    /** Removes a granule whose file is gone from an index in a database, where it would make all reading fail. */
    static void remove(CoverageStoreInfo store, Path granule) throws IOException {
        StructuredGridCoverage2DReader reader = reader(store);
        GranuleSource granules = reader.getGranules(null, false);
        if (granules instanceof GranuleStore changeable) {
            FilterFactory filters = CommonFactoryFinder.getFilterFactory();
            changeable.removeGranules(
                    filters.like(filters.property("location"), "*" + granule.getFileName(), "*", "?", "\\"));
        }
    }

    /** Makes GeoServer open the series anew, with an index that it makes if there is none. */
    static void reopen(Catalog catalog, CoverageStoreInfo store) throws IOException {
        catalog.getResourcePool().clear(store);
        reader(store);
    }

    private static StructuredGridCoverage2DReader reader(CoverageStoreInfo store) throws IOException {
        GridCoverageReader reader = store.getGridCoverageReader(null, null);
        if (reader instanceof StructuredGridCoverage2DReader structured) {
            return structured;
        }
        throw new DeepSaltException(
                "the store of series '" + store.getName() + "' cannot be opened as a mosaic: check its store");
    }
}
