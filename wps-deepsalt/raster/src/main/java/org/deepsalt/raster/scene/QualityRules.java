/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Set;

/**
 * What of a product's quality images rules a pixel out. Background, water, cloud shadow and pixels without data always
 * do. Images that a product lacks say nothing. Immutable.
 *
 * @param cloud whether the cloud image counts
 * @param minCirrus lowest class of cirrus that does: 1 thin, 2 medium, 3 thick, 4 none
 * @param haze whether the haze image counts
 * @param minNdsi the snow image counts where {@link MaskIndex#NDSI} is at least this, -1 everywhere
 * @param worstQuality worst overall quality that may pass: 0 nominal, 1 reduced, 2 low
 * @param flags test flags that rule a pixel out
 * @param maxDefects bands wanted by the model that may be marked as defective in a pixel
 */
@RecordBuilder
public record QualityRules(
        boolean cloud,
        int minCirrus,
        boolean haze,
        double minNdsi,
        int worstQuality,
        Set<TestFlag> flags,
        int maxDefects) {
    /**
     * The usual choice for soils: medium cirrus and low quality are out, haze and saturation are not. Snow has an NDSI
     * above 0.4 (Hall et al. 1995), dry gypsum reaches 0.16 (USGS spectral library 7) and halite 0: a bright crust that
     * a product takes for snow stays below 0.3, which leaves patchy snow out.
     */
    public static final QualityRules STANDARD = QualityRulesBuilder.builder()
            .cloud(true)
            .minCirrus(2)
            .haze(false)
            .minNdsi(0.3)
            .worstQuality(1)
            .flags(Set.of())
            .maxDefects(0)
            .build();

    public QualityRules {
        flags = Set.copyOf(flags);
    }

    /** The bits of the test flags that rule a pixel out. */
    int flagBits() {
        return flags.stream().mapToInt(TestFlag::bits).reduce(0, (a, b) -> a | b);
    }
}
