/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Spectra at 560, 660, 800, 840, 1610, 2000, 2100, 2200 nm and what the masks make of them. */
class MaskRulesTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final float NO_BAND = Float.NaN;

    private static final float[] BARE_SOIL = {0.15f, 0.2f, 0.25f, 0.26f, 0.4f, 0.38f, 0.4f, 0.36f};
    /** Bright and flat, as halite is. */
    private static final float[] CRUST = {0.92f, 0.93f, 0.94f, 0.94f, 0.93f, 0.9f, 0.9f, 0.88f};
    /** Dry gypsum of the USGS spectral library 7, to two digits. */
    private static final float[] GYPSUM = {0.92f, 0.93f, 0.94f, 0.94f, 0.66f, 0.28f, 0.41f, 0.28f};

    private static final float[] SNOW = {0.9f, 0.88f, 0.85f, 0.82f, 0.1f, 0.05f, 0.06f, 0.08f};

    private static final MaskRules STRICT = new MaskRules(0.24, 0.03, 0.1, 0, 0.12, QualityRules.STANDARD);

    @Test
    void indicesAsComputedByHand() {
        float[] r = {0.2f, 0.1f, 0.3f, 0.6f, 0.4f, 0.5f, 0.3f, 0.1f};
        assertThat(MaskIndex.NDVI.of(r)).isEqualTo(0.5, CLOSE);
        assertThat(MaskIndex.NDWI.of(r)).isEqualTo(-0.5, CLOSE);
        assertThat(MaskIndex.NDSI.of(r)).isEqualTo(-1.0 / 3, CLOSE);
        assertThat(MaskIndex.NBR2.of(r)).isEqualTo(0.6, CLOSE);
        assertThat(MaskIndex.NCAI.of(r)).isEqualTo(0, CLOSE);
        r[6] = 0.2f;
        assertThat(MaskIndex.NCAI.of(r)).isEqualTo(0.2, CLOSE);
    }

    @Test
    void nothingReflectedGivesZeroAndNoBandGivesNone() {
        assertThat(MaskIndex.NDVI.of(new float[8])).isZero();
        float[] r = BARE_SOIL.clone();
        r[6] = NO_BAND;
        assertThat(MaskIndex.NCAI.of(r)).isNaN();
    }

    @Test
    void bareSoilAndBrightCrustsStay() {
        assertThat(MaskRules.STANDARD.judge(BARE_SOIL)).isEqualTo(MaskReason.NONE);
        assertThat(MaskRules.STANDARD.judge(CRUST)).isEqualTo(MaskReason.NONE);
        assertThat(MaskRules.STANDARD.judge(GYPSUM)).isEqualTo(MaskReason.NONE);
    }

    @Test
    void aProductThatTakesACrustForSnowIsNotBelieved() {
        assertThat(MaskRules.STANDARD.mayBeSnow(SNOW)).isTrue();
        assertThat(MaskRules.STANDARD.mayBeSnow(CRUST)).isFalse();
        assertThat(MaskRules.STANDARD.mayBeSnow(GYPSUM)).isFalse();
        float[] unknown = CRUST.clone();
        unknown[4] = NO_BAND;
        assertThat(MaskRules.STANDARD.mayBeSnow(unknown)).isTrue();
    }

    @Test
    void waterAndVegetationAreOut() {
        float[] water = {0.08f, 0.06f, 0.03f, 0.03f, 0.02f, 0.02f, 0.02f, 0.02f};
        float[] leaves = {0.08f, 0.05f, 0.4f, 0.42f, 0.2f, 0.1f, 0.1f, 0.08f};
        assertThat(MaskRules.STANDARD.judge(water)).isEqualTo(MaskReason.WATER);
        assertThat(MaskRules.STANDARD.judge(leaves)).isEqualTo(MaskReason.VEGETATION);
    }

    @Test
    void strawIsDryVegetationWhenAskedFor() {
        float[] straw = {0.2f, 0.25f, 0.35f, 0.36f, 0.45f, 0.4f, 0.34f, 0.38f};
        assertThat(STRICT.judge(straw)).isEqualTo(MaskReason.DRY_VEGETATION);
        assertThat(MaskRules.STANDARD.judge(straw)).isEqualTo(MaskReason.NONE);
    }

    @Test
    void moistureIsTestedOnlyWhenAskedFor() {
        float[] moist = {0.1f, 0.12f, 0.15f, 0.16f, 0.2f, 0.13f, 0.15f, 0.13f};
        assertThat(MaskRules.STANDARD.judge(moist)).isEqualTo(MaskReason.NONE);
        assertThat(STRICT.judge(moist)).isEqualTo(MaskReason.MOISTURE);
        assertThat(STRICT.judge(GYPSUM)).as("the price of it").isEqualTo(MaskReason.MOISTURE);
    }

    @Test
    void aTestWhoseBandsAreMissingIsLeftOut() {
        float[] nothing = new float[8];
        Arrays.fill(nothing, NO_BAND);
        assertThat(STRICT.judge(nothing)).isEqualTo(MaskReason.NONE);
    }

    @Test
    void boundsBelongToTheSoil() {
        float[] r = BARE_SOIL.clone();
        r[2] = 0.31f;
        r[1] = 0.19f;
        assertThat(MaskIndex.NDVI.of(r)).isEqualTo(0.24, CLOSE);
        MaskRules exact = new MaskRules(MaskIndex.NDVI.of(r), 1, 1, 0, 0.12, QualityRules.STANDARD);
        assertThat(exact.judge(r)).isEqualTo(MaskReason.NONE);
    }

    @Test
    void codesAreTheirPlaces() {
        MaskReason[] reasons = MaskReason.values();
        for (int code = 0; code < reasons.length; code++) {
            assertThat(reasons[code].code()).isEqualTo((byte) code);
        }
    }

    @Test
    void flagsAreTwoBitsEach() {
        QualityRules rules = QualityRulesBuilder.builder()
                .cloud(true)
                .minCirrus(2)
                .haze(false)
                .minNdsi(0.3)
                .worstQuality(1)
                .flags(Set.of(TestFlag.INTERPOLATED, TestFlag.ARTEFACT))
                .maxDefects(0)
                .build();
        assertThat(rules.flagBits()).isEqualTo(4 + 8 + 64 + 128);
        assertThat(QualityRules.STANDARD.flagBits()).isZero();
    }
}
