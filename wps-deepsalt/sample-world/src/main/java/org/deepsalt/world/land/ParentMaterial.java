/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import org.deepsalt.world.region.Region;

/**
 * What a region's soils have weathered from: the numbers of {@code regions.txt} that its minerals and texture follow.
 */
final class ParentMaterial {
    final double clayLeast;
    final double clayRange;
    final double clayShift;
    final double sandLeast;
    final double sandRange;
    final double quartzInSand;
    final double quartzInSilt;
    final double kaolinite;
    final double smectite;
    final double carbonateLeast;
    final double carbonateRange;
    final double gypsum;
    final double goethite;
    final double hematite;
    final double carbon;
    final double tone;

    ParentMaterial(Region region) {
        clayLeast = region.value("CLAY_LEAST");
        clayRange = region.value("CLAY_RANGE");
        clayShift = region.value("CLAY_SHIFT");
        sandLeast = region.value("SAND_LEAST");
        sandRange = region.value("SAND_RANGE");
        quartzInSand = region.value("QUARTZ_IN_SAND");
        quartzInSilt = region.value("QUARTZ_IN_SILT");
        kaolinite = region.value("KAOLINITE");
        smectite = region.value("SMECTITE");
        carbonateLeast = region.value("CARBONATE_LEAST");
        carbonateRange = region.value("CARBONATE_RANGE");
        gypsum = region.value("ROCK_GYPSUM");
        goethite = region.value("GOETHITE");
        hematite = region.value("HEMATITE");
        carbon = region.value("CARBON");
        tone = region.value("TONE");
    }
}
