/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

/**
 * Thresholds of the tests by which a pixel is no bare soil. The indices and their sources are those of
 * {@link MaskIndex}; a test whose bands a scene lacks is left out. There is no test of brightness, which would take
 * salt crusts for clouds. Immutable.
 *
 * @param maxNdvi green vegetation where NDVI is larger
 * @param maxNcai dry vegetation where nCAI is larger
 * @param maxNbr2 moist or covered with residue where NBR2 is larger
 * @param minNdwi water where NDWI is larger and the reflectance at 1610 nm below {@code maxWaterSwir}
 * @param maxWaterSwir see {@code minNdwi}; water absorbs there, however bright its bed
 * @param quality what the product's own quality images rule out
 */
public record MaskRules(
        double maxNdvi, double maxNcai, double maxNbr2, double minNdwi, double maxWaterSwir, QualityRules quality) {
    /**
     * NDVI 0.24 as EnMAP's soil mapper EnSoMAP has it, NDWI 0 (McFeeters 1996). Two tests wait to be asked for. nCAI,
     * with EnSoMAP's 0.03, leans on 2000 nm, where carbon dioxide leaves most noise. NBR2, with 0.075 to 0.15 as is
     * usual over farmland (Castaldi et al. 2019), would take salt crusts for wet ground: dry gypsum has 0.4 (USGS
     * spectral library 7).
     */
    public static final MaskRules STANDARD = new MaskRules(0.24, 1, 1, 0, 0.12, QualityRules.STANDARD);

    /** Lets green vegetation pass, however dense, and rules out the rest as {@link #STANDARD} does. */
    public static final MaskRules WITH_VEGETATION = new MaskRules(1, 1, 1, 0, 0.12, QualityRules.STANDARD);

    private static final int R1610 = 4;
    private static final float LOWEST_REFLECTANCE = -0.1f;
    private static final float HIGHEST_REFLECTANCE = 1.6f;

    /**
     * The first reason that a spectrum gives.
     *
     * @param r reflectances at {@link MaskIndex#WAVELENGTHS}, NaN where the scene has no such band
     * @return {@link MaskReason#NONE} for bare soil
     */
    MaskReason judge(float[] r) {
        if (MaskIndex.NDWI.of(r) > minNdwi && r[R1610] < maxWaterSwir) {
            return MaskReason.WATER;
        }
        if (MaskIndex.NDVI.of(r) > maxNdvi) {
            return MaskReason.VEGETATION;
        }
        if (MaskIndex.NCAI.of(r) > maxNcai) {
            return MaskReason.DRY_VEGETATION;
        }
        return MaskIndex.NBR2.of(r) > maxNbr2 ? MaskReason.MOISTURE : MaskReason.NONE;
    }

    /** Whether a pixel that the product calls snow may be snow; believed where the bands to tell are missing. */
    boolean mayBeSnow(float[] r) {
        return !(MaskIndex.NDSI.of(r) < quality.minNdsi());
    }

    /** Whether a reflectance can be one: noise goes a little below 0, slopes and crusts above 1. */
    static boolean isPlausible(float reflectance) {
        return reflectance >= LOWEST_REFLECTANCE && reflectance <= HIGHEST_REFLECTANCE;
    }
}
