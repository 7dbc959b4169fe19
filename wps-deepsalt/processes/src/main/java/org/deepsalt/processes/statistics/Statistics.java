/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.table.HeaderNames;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.inputs.RequestedRegion;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.estimate.ResultBand;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** The work of {@code deepsalt:SalinityStatistics}: checks everything, counts pixels, reports. Writes no file. */
final class Statistics {
    private static final int NAMED = 5;

    private final LayerCatalog catalog;
    private final ProcessLimits limits;

    Statistics(LayerCatalog catalog, ProcessLimits limits) {
        this.catalog = catalog;
        this.limits = limits;
    }

    JsonReport run(StatisticsRequest request, Progress progress) {
        progress.report(0, "checking the request");
        try (ResourceScope resources = new ResourceScope(catalog, progress.part(0, 0.01))) {
            Problems problems = new Problems();
            RasterLayer found = problems.attempt(() -> resources.raster(request.ece()));
            RasterSource opened = found == null ? null : problems.attempt(() -> open(found, resources));
            Integer band = found == null || opened == null ? null : problems.attempt(() -> band(found, opened.bands()));
            List<Zone> zones = zones(request.zones(), request.zoneName(), resources, problems);
            RasterLayer layer = problems.require(found);
            RasterSource map = problems.require(opened);
            List<Optional<RegionMask>> masks = masks(map.grid(), zones, problems, progress.part(0, 0.01));
            Geometry region = request.region();
            if (region != null) {
                masks.add(Optional.ofNullable(
                        problems.attempt(() -> RequestedRegion.of(region).on(map.grid(), progress))));
            }
            problems.throwIfAny();
            ZoneStatistics.Result result = new ZoneStatistics(map, problems.require(band), probability(layer), masks)
                    .run(progress.part(0.01, 0.99));
            progress.report(1, "done");
            StatisticsRequest spelt =
                    new StatisticsRequest(request.ece(), request.zones(), spelt(zones, request.zoneName()), region);
            return new JsonReport(new StatisticsReport(
                            spelt, map.grid(), zones, masks, probability(layer).isPresent(), result)
                    .toJson());
        }
    }

    private RasterSource open(RasterLayer layer, ResourceScope resources) {
        RasterSource map = resources.open(layer::open, RasterSource::close);
        if (map.grid().crs() == null) {
            throw new DeepSaltException("layer '" + layer.name()
                    + "' has no coordinate reference system: give it one in its file"
                    + " (gdal_edit.py -a_srs EPSG:N FILE) or in the catalog");
        }
        if (map.grid().pixels() > limits.maxPixels()) {
            throw new DeepSaltException("layer '" + layer.name() + "' has "
                    + map.grid().pixels() + " pixels, this server allows " + limits.maxPixels()
                    + ": give a smaller layer");
        }
        return map;
    }

    /** The band named ece, whatever its case, or the only one. */
    private static int band(RasterLayer layer, int bands) {
        List<String> names = layer.bandNames().stream()
                .limit(bands)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        int band = names.indexOf(SoilProperty.ECE.key());
        if (band < 0 && bands != 1) {
            throw new DeepSaltException("layer '" + layer.name() + "' has " + bands + " bands ("
                    + layer.namedBands() + ") and none named '" + SoilProperty.ECE.key()
                    + "': give a result of deepsalt:EstimateSalinity or a layer of one band");
        }
        return Math.max(0, band);
    }

    /** The band with the probability of being saline, where there is one. */
    private static OptionalInt probability(RasterLayer layer) {
        return IntStream.range(0, layer.bandNames().size())
                .filter(band -> layer.bandNames().get(band).equalsIgnoreCase(ResultBand.SALINE))
                .findFirst();
    }

    private static List<Zone> zones(
            @Nullable String layer, @Nullable String zoneName, ResourceScope resources, Problems problems) {
        if (layer == null) {
            if (zoneName != null) {
                problems.add("zoneName is '" + zoneName + "' but there are no zones: give zones too, or leave it out");
            }
            return List.of();
        }
        List<Zone> zones = problems.attempt(() -> resources.zones(layer));
        if (zones == null) {
            return List.of();
        }
        List<Zone> others = zones.stream()
                .filter(zone -> !(zone.geometry() instanceof Polygonal)
                        || zone.geometry().isEmpty())
                .toList();
        for (Zone other : others.subList(0, Math.min(NAMED, others.size()))) {
            problems.add("zone '" + other.id() + "' of layer '" + layer + "' is "
                    + (other.geometry().isEmpty() ? "an empty " : "a ")
                    + other.geometry().getGeometryType() + ", wanted a Polygon or MultiPolygon");
        }
        if (others.size() > NAMED) {
            problems.add("and " + (others.size() - NAMED) + " more zones of layer '" + layer + "' are no polygons");
        }
        requireAttribute(layer, zones, zoneName, problems);
        return zones;
    }

    private static void requireAttribute(String layer, List<Zone> zones, @Nullable String zoneName, Problems problems) {
        Set<String> attributes = attributes(zones);
        Optional<String> spelt =
                problems.attempt(() -> new HeaderNames(attributes).spelt(zoneName == null ? "" : zoneName));
        if (zoneName != null && spelt != null && spelt.isEmpty()) {
            problems.add("the zones of layer '" + layer + "' have no attribute '" + zoneName + "', they have "
                    + (attributes.isEmpty() ? "none" : String.join(", ", attributes))
                    + ": name one of them or leave zoneName out");
        }
    }

    private static Set<String> attributes(List<Zone> zones) {
        Set<String> attributes = new TreeSet<>();
        zones.forEach(zone -> attributes.addAll(zone.attributes().keySet()));
        return attributes;
    }

    /** The attribute as the layer has it, null for none. */
    private static @Nullable String spelt(List<Zone> zones, @Nullable String zoneName) {
        return zoneName == null
                ? null
                : new HeaderNames(attributes(zones)).spelt(zoneName).orElse(zoneName);
    }

    private static List<Optional<RegionMask>> masks(Grid grid, List<Zone> zones, Problems problems, Progress progress) {
        List<Optional<RegionMask>> masks = new ArrayList<>();
        for (Zone zone : zones) {
            masks.add(problems.attempt(() -> mask(grid, zone, progress)));
        }
        return masks;
    }

    private static Optional<RegionMask> mask(Grid grid, Zone zone, Progress progress) {
        try {
            return RegionMask.ifInside(grid, zone.geometry(), zone.crs(), progress);
        } catch (DeepSaltException e) {
            throw new DeepSaltException("zone '" + zone.id() + "': " + e.getMessage(), e);
        }
    }
}
