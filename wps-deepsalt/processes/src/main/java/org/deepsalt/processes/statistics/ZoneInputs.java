/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.table.HeaderNames;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.inputs.RequestedRegion;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.Grid;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * The zones and the region of a request. Immutable.
 *
 * @param zones of the layer; none without one
 * @param zoneName attribute that names them, as the layer spells it; null for their ids
 * @param region polygon for figures of its own; null for none
 */
record ZoneInputs(
        List<Zone> zones,
        @Nullable String zoneName,
        @Nullable Geometry region) {
    private static final int NAMED = 5;

    ZoneInputs {
        zones = List.copyOf(zones);
    }

    /** Reads the zones of a request and finds all that is wrong with them. */
    static ZoneInputs read(StatisticsRequest request, ResourceScope resources, Problems problems) {
        List<Zone> zones = zones(request.zones(), request.zoneName(), resources, problems);
        return new ZoneInputs(zones, problems.any() ? null : spelt(zones, request.zoneName()), request.region());
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

    private static @Nullable String spelt(List<Zone> zones, @Nullable String zoneName) {
        return zoneName == null
                ? null
                : new HeaderNames(attributes(zones)).spelt(zoneName).orElse(zoneName);
    }

    /** The pixels of the zones on a grid, and then those of the region if there is one; empty for a zone outside. */
    List<Optional<RegionMask>> masks(Grid grid, Problems problems, Progress progress) {
        List<Optional<RegionMask>> masks = new ArrayList<>();
        for (Zone zone : zones) {
            Optional<RegionMask> mask = problems.attempt(() -> mask(grid, zone, progress));
            masks.add(mask == null ? Optional.empty() : mask);
        }
        Geometry polygon = region;
        if (polygon != null) {
            masks.add(Optional.ofNullable(
                    problems.attempt(() -> RequestedRegion.of(polygon).on(grid, progress))));
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

    /** What a zone is called. */
    String name(Zone zone) {
        Object name = zoneName == null ? null : zone.attributes().get(zoneName);
        return name == null ? zone.id() : name.toString();
    }
}
