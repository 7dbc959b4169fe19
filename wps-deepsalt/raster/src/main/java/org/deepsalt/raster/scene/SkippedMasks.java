/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepsalt.raster.enmap.QualityLayer;

/** Which of the masks asked for cannot be made from a scene, for the report. */
final class SkippedMasks {
    private SkippedMasks() {}

    /** One sentence per mask, none if all can be made. */
    static List<String> of(Scene scene, MaskRules rules) {
        List<String> skipped = new ArrayList<>();
        int[] bands = scene.maskBands();
        for (MaskIndex index : MaskIndex.values()) {
            List<String> missing = index.wavelengths().stream()
                    .filter(wavelength -> bands[MaskIndex.WAVELENGTHS.indexOf(wavelength)] < 0)
                    .map(wavelength -> String.format(Locale.ROOT, "%.0f", wavelength))
                    .toList();
            if (!missing.isEmpty() && isWanted(index, rules)) {
                skipped.add(String.format(
                        Locale.ROOT,
                        "%s is not tested: the scene has no band with data within %.0f nm of %s nm",
                        index.name().toLowerCase(Locale.ROOT),
                        Scene.MASK_TOLERANCE,
                        missing.stream().collect(Collectors.joining(" and "))));
            }
        }
        for (QualityLayer layer : QualityLayer.values()) {
            if (!scene.quality().has(layer) && isWanted(layer, rules.quality())) {
                skipped.add(
                        "there is no image " + layer.suffix() + " beside the scene: what it would rule out stays in");
            }
        }
        return skipped;
    }

    private static boolean isWanted(MaskIndex index, MaskRules rules) {
        return switch (index) {
            case NDVI -> rules.maxNdvi() < 1;
            case NDWI -> rules.minNdwi() < 1;
            case NCAI -> rules.maxNcai() < 1;
            case NBR2 -> rules.maxNbr2() < 1;
            case NDSI -> rules.quality().minNdsi() > -1;
        };
    }

    private static boolean isWanted(QualityLayer layer, QualityRules rules) {
        return switch (layer) {
            case CLOUD -> rules.cloud();
            case CIRRUS -> rules.minCirrus() <= QualityMask.THICK_CIRRUS;
            case HAZE -> rules.haze();
            case CLASSES, CLOUD_SHADOW, SNOW, TEST_FLAGS, DEFECTS -> true;
        };
    }
}
