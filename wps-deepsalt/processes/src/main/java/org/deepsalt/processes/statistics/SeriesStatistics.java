/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.inputs.AcquisitionTime;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.CoveringGrid;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.statistics.ChangeStatistics;
import org.deepsalt.raster.statistics.Mosaic;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a series: of each day, and of what changed between the first and the last. All days are counted on one
 * grid, so that their areas can be compared. Not thread-safe.
 */
final class SeriesStatistics {
    private final LayerCatalog catalog;
    private final ProcessLimits limits;
    private final List<Granule> granules;

    /** @param granules of the series, at least one */
    SeriesStatistics(LayerCatalog catalog, ProcessLimits limits, List<Granule> granules) {
        this.catalog = catalog;
        this.limits = limits;
        this.granules = granules;
    }

    /**
     * The maps of a series that count. They are opened day by day, so that a long series keeps few files open.
     *
     * @param grid that holds them all
     */
    private record Maps(
            String series,
            NavigableMap<LocalDate, List<Granule>> days,
            Map<Granule, MapOrigin> origins,
            EceBands bands,
            Grid grid) {
        List<MapOrigin> origins(LocalDate day) {
            return days.getOrDefault(day, List.of()).stream()
                    .map(origins::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    Map<String, Object> run(StatisticsRequest request, ResourceScope resources, Progress progress) {
        Problems problems = new Problems();
        NavigableMap<LocalDate, List<Granule>> days = problems.attempt(() -> days(request));
        Progress looking = progress.part(0, 0.01);
        Maps found = days == null ? null : problems.attempt(() -> find(request.ece(), days, looking));
        ZoneInputs zones = ZoneInputs.read(request, resources, problems);
        Maps maps = problems.require(found);
        List<Optional<RegionMask>> masks = zones.masks(maps.grid(), problems, looking);
        problems.throwIfAny();
        List<StatisticsReport.Dated> dates = new ArrayList<>();
        StatisticsTable table = new StatisticsTable(zones, true);
        int parts = maps.days().size() + 1;
        for (Map.Entry<LocalDate, List<Granule>> day : maps.days().entrySet()) {
            Progress counting = part(progress, dates.size(), parts);
            try (ResourceScope opened = new ResourceScope(catalog, counting)) {
                ZoneStatistics.Result result = new ZoneStatistics(
                                open(maps, day.getKey(), opened),
                                maps.bands().ece(),
                                maps.bands().saline(),
                                masks)
                        .run(counting);
                StatisticsReport.Dated dated =
                        new StatisticsReport.Dated(day.getKey(), day.getValue(), maps.origins(day.getKey()), result);
                dates.add(dated);
                table.add(dated);
            }
        }
        StatisticsReport.@Nullable Change change = change(maps, masks, part(progress, parts - 1, parts));
        if (change != null) {
            table.add(change);
        }
        progress.report(1, "done");
        boolean probable = maps.bands().saline().isPresent();
        return Statistics.outputs(
                new StatisticsReport(request, zones, maps.grid(), masks, probable).toJson(dates, change), table);
    }

    private static Progress part(Progress progress, int number, int parts) {
        return progress.part(0.01 + 0.98 * number / parts, 0.01 + 0.98 * (number + 1) / parts);
    }

    /** The days of a request with their granules. */
    private NavigableMap<LocalDate, List<Granule>> days(StatisticsRequest request) {
        Problems problems = new Problems();
        LocalDate from = day("from", request.from(), problems);
        LocalDate to = day("to", request.to(), problems);
        NavigableMap<LocalDate, List<Granule>> days = new TreeMap<>();
        for (Granule granule : granules) {
            boolean counts = (from == null || !granule.day().isBefore(from))
                    && (to == null || !granule.day().isAfter(to));
            if (counts) {
                days.computeIfAbsent(granule.day(), day -> new ArrayList<>()).add(granule);
            }
        }
        if (days.isEmpty()) {
            TreeSet<LocalDate> all = new TreeSet<>();
            granules.forEach(granule -> all.add(granule.day()));
            problems.add("series '" + request.ece() + "' has no map " + (from == null ? "" : "from " + from)
                    + (from == null || to == null ? "" : " ") + (to == null ? "" : "to " + to) + ", it has "
                    + all.size() + " days from " + all.first() + " to " + all.last() + ": give other days");
        }
        problems.throwIfAny();
        return days;
    }

    private static @Nullable LocalDate day(String input, @Nullable String text, Problems problems) {
        return text == null ? null : problems.attempt(() -> AcquisitionTime.day(input, text));
    }

    private Maps find(String series, NavigableMap<LocalDate, List<Granule>> days, Progress progress) {
        List<Grid> grids = new ArrayList<>();
        Map<Granule, MapOrigin> origins = new HashMap<>();
        @Nullable EceBands bands = null;
        for (List<Granule> day : days.values()) {
            for (Granule granule : day) {
                progress.report(0, "looking at map " + (grids.size() + 1) + " of series " + series);
                try (RasterLayer layer = catalog.granule(series, granule);
                        RasterSource image = layer.open()) {
                    grids.add(image.grid());
                    origins.put(granule, MapOrigin.of(layer));
                    bands = bands == null ? EceBands.of(layer, image) : bands;
                }
            }
        }
        Grid grid = CoveringGrid.of(grids);
        if (grid.pixels() > limits.maxPixels()) {
            throw new DeepSaltException("series '" + series + "' covers " + grid.pixels()
                    + " pixels, this server allows " + limits.maxPixels() + ": give fewer days with from and to");
        }
        return new Maps(series, days, origins, Objects.requireNonNull(bands, "a day has a map"), grid);
    }

    /** The maps of a day, one above the other, until the scope is closed. */
    private Mosaic open(Maps maps, LocalDate day, ResourceScope resources) {
        List<RasterSource> images = new ArrayList<>();
        for (Granule granule : maps.days().getOrDefault(day, List.of())) {
            RasterLayer layer = resources.open(() -> catalog.granule(maps.series(), granule), RasterLayer::close);
            images.add(resources.open(layer::open, RasterSource::close));
        }
        return new Mosaic(maps.series() + " of " + day, images, maps.grid());
    }

    private StatisticsReport.@Nullable Change change(Maps maps, List<Optional<RegionMask>> masks, Progress progress) {
        LocalDate from = maps.days().firstKey();
        LocalDate to = maps.days().lastKey();
        EceBands bands = maps.bands();
        if (from.equals(to) || bands.lower().isEmpty() || bands.upper().isEmpty()) {
            return null;
        }
        int[] compared = {bands.ece(), bands.lower().getAsInt(), bands.upper().getAsInt()};
        try (ResourceScope resources = new ResourceScope(catalog, progress)) {
            ChangeStatistics.Result result = new ChangeStatistics(
                            open(maps, from, resources), open(maps, to, resources), compared, masks)
                    .run(progress);
            List<String> differs = MapOrigin.differences(maps.origins(from), maps.origins(to));
            return new StatisticsReport.Change(from, to, differs, result);
        }
    }
}
