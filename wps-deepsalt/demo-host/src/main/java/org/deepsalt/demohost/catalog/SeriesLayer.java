/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.raster.grid.CoveringGrid;
import org.deepsalt.raster.grid.Grid;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * A layer of many GeoTIFFs in one CRS and with the same bands, each of a time: a day shows all those that were taken on
 * it (UTC). Immutable.
 *
 * @param folder of the granules, whose names tell the times
 * @param granules at least one
 */
public record SeriesLayer(
        LayerInfo info,
        Path folder,
        NavigableMap<Granule, RasterLayer> granules,
        ReferencedEnvelope bounds,
        ReferencedEnvelope geographicBounds,
        @Nullable String srs)
        implements Layer {
    public SeriesLayer {
        granules = Collections.unmodifiableNavigableMap(new TreeMap<>(granules));
    }

    /** The layer of some granules. */
    public static SeriesLayer of(LayerInfo info, Path folder, Map<Granule, RasterLayer> granules) {
        TreeMap<Granule, RasterLayer> sorted = new TreeMap<>(granules);
        RasterLayer newest = sorted.lastEntry().getValue();
        ReferencedEnvelope bounds = new ReferencedEnvelope(newest.bounds());
        sorted.values().forEach(granule -> bounds.expandToInclude(granule.bounds()));
        return new SeriesLayer(info, folder, sorted, bounds, Crs.geographic(bounds), newest.srs());
    }

    /** A copy; the layer cannot be changed through it. */
    @Override
    public ReferencedEnvelope bounds() {
        return new ReferencedEnvelope(bounds);
    }

    @Override
    public List<Path> files() {
        return granules.values().stream().map(RasterLayer::file).toList();
    }

    /** The granule of the latest time, whose bands are those of all. */
    public RasterLayer newest() {
        return granules.lastEntry().getValue();
    }

    /** The days with granules, ascending. */
    public NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        granules.keySet().forEach(granule -> days.add(granule.day()));
        return days;
    }

    /** The granules of a day in the order of their times; none for a day without any. */
    public List<RasterLayer> on(LocalDate day) {
        return granules.entrySet().stream()
                .filter(granule -> granule.getKey().day().equals(day))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The pixels of the newest granule, extended to hold all others. */
    public Grid grid() {
        List<Grid> grids = new ArrayList<>(List.of(newest().grid()));
        granules.values().forEach(granule -> grids.add(granule.grid()));
        return CoveringGrid.of(grids);
    }

    /** The same granules under another title, style and so on. */
    public SeriesLayer renamed(LayerInfo other) {
        return of(other, folder, granules);
    }

    /** The same series with a granule more, or another one in its place. */
    public SeriesLayer with(Granule granule, RasterLayer map) {
        Map<Granule, RasterLayer> more = new TreeMap<>(granules);
        more.put(granule, map);
        return of(info, folder, more);
    }
}
