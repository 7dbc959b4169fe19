/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.store.ModelStore;

/**
 * The port through which the processes reach the layers, models and folders of their host. Names are those that a
 * request gives; the host answers as far as the caller may see, and a layer that the caller may not read does not
 * exist. Implementations are thread-safe. All methods throw {@link org.deepsalt.model.DeepSaltException} with a
 * sentence for the user.
 */
public interface LayerCatalog {
    /** Opens a raster layer. */
    RasterLayer raster(String name);

    /**
     * Opens a raster layer, which may take long where it must be unpacked first.
     *
     * @param progress hears how far the opening is, and may cancel it
     */
    default RasterLayer raster(String name, Progress progress) {
        return raster(name);
    }

    /** Reads a layer of points. */
    List<PointFeature> points(String name);

    /**
     * Reads a layer of points, which may take long where it has very many.
     *
     * @param progress hears that it goes on, and may cancel it
     */
    default List<PointFeature> points(String name, Progress progress) {
        return points(name);
    }

    /** Reads a layer of polygons; other geometries come as they are. */
    List<Zone> zones(String name);

    /**
     * Reads a layer of polygons, which may take long where it has very many.
     *
     * @param progress hears that it goes on, and may cancel it
     */
    default List<Zone> zones(String name, Progress progress) {
        return zones(name);
    }

    /** The file of a laboratory library. */
    Path library(String id);

    /**
     * A file or folder of the host that may be imported.
     *
     * @param product a path below one of the folders that the host opens for imports, or one that this method gave
     * @return its real path, links resolved
     * @throws org.deepsalt.model.DeepSaltException the same for what lies outside of those folders, also by way of a
     *     link, and for what is not there, so that nobody can find out what the host has elsewhere
     */
    Path importable(String product);

    /** The models of the host. */
    ModelStore models();

    /**
     * A path in a folder of the host, where the running process may write its result. The host deletes what is there
     * when nobody needs it any more.
     */
    Path newResult(String fileName);

    /** Deletes the result of a process that failed, and what lies beside it. */
    void discard(Path result);

    /** Checks before any work that {@link #publish} will be able to publish: name, style, rights, existing layers. */
    void requirePublishable(String layer, String style, boolean overwrite);

    /**
     * Publishes a result: all of file, store, coverage, layer and style link, or nothing.
     *
     * @return the layer's name with its workspace
     */
    Publication.Published publish(Publication publication);

    /**
     * The granules of a series, in their order; none for a name that no series has.
     *
     * @param series name of the layer, with or without a workspace
     */
    default List<Granule> granules(String series) {
        return List.of();
    }

    /** Opens a granule of a series as a raster layer of its own, as far as the caller may read the series. */
    default RasterLayer granule(String series, Granule granule) {
        throw noSeries();
    }

    /**
     * Checks before any work that {@link #addGranule} will be able to add to a series: its name and style, the caller's
     * rights, what lies under that name, which must be nothing or a series that DeepSalt made, and the map's CRS, bands
     * and unit, which must be those of the series.
     *
     * @throws org.deepsalt.model.DeepSaltException with all that is in the way, each with its remedy
     */
    default void requireSeries(SeriesTarget wanted) {
        throw noSeries();
    }

    /**
     * Adds a map to a series, which is made with its first one: all or nothing, and no other granule is lost. A granule
     * of the same time and key is replaced. Title and style of a series that exists change only where they were chosen;
     * {@link Publication#overwrite} means nothing here.
     *
     * @param publication whose layer is the series, without companions
     * @return the series' name with its workspace, and where the granule is
     */
    default Publication.Published addGranule(Publication publication, Granule granule) {
        throw noSeries();
    }

    private static DeepSaltException noSeries() {
        return new DeepSaltException("this host keeps no series of maps: publish the map as a layer of its own");
    }
}
