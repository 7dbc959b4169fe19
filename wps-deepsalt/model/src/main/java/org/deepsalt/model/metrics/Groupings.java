/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.deepsalt.model.matrix.Matrix;

/** The groups in which a model is evaluated. */
public final class Groupings {
    /** By salinity class of the observed value. */
    public static final String SALINITY = "salinity";

    /** By texture class. */
    public static final String TEXTURE = "texture";

    /** By climate zone. */
    public static final String CLIMATE = "climate";

    /** By region. */
    public static final String REGION = "region";

    /** By whether the model applies. */
    public static final String APPLICABILITY = "applicability";

    /** Pixels to which the model applies. */
    public static final String INSIDE = "inside";

    /** Pixels unlike everything that the model has seen. */
    public static final String OUTSIDE = "outside";

    private Groupings() {}

    /**
     * By the {@link SalinityClass} of the observed value.
     *
     * @param unit of the target; only what is in dS/m has such a class
     */
    public static Grouping salinity(float[] observed, String unit) {
        if (!unit.equals(SalinityClass.UNIT)) {
            return Grouping.absent(SALINITY, noClasses(unit));
        }
        List<String> labels = new ArrayList<>();
        for (float value : observed) {
            labels.add(SalinityClass.of(value).title());
        }
        return Grouping.of(SALINITY, titles(SalinityClass.values(), SalinityClass::title), labels);
    }

    static String noClasses(String unit) {
        return "the target is in '" + unit + "', salinity classes are of ECe in " + SalinityClass.UNIT;
    }

    /**
     * By {@link TextureClass}, from the covariates {@code sand} and {@code clay} in percent.
     *
     * @param names of the covariates
     * @param values one row per pixel, one column per covariate
     */
    public static Grouping texture(List<String> names, Matrix values) {
        int sand = names.indexOf("sand");
        int clay = names.indexOf("clay");
        if (sand < 0 || clay < 0) {
            return Grouping.absent(TEXTURE, "the model has no covariates sand and clay");
        }
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < values.rows(); row++) {
            labels.add(TextureClass.of(values.get(row, sand), values.get(row, clay))
                    .map(TextureClass::title)
                    .orElse(Grouping.UNKNOWN));
        }
        return Grouping.of(TEXTURE, titles(TextureClass.values(), TextureClass::title), labels);
    }

    /**
     * By {@link ClimateZone}, from the covariates {@code tavg} in degrees Celsius and {@code pavg}, the precipitation
     * of the mean month in mm.
     *
     * @param names of the covariates
     * @param values one row per pixel, one column per covariate
     */
    public static Grouping climate(List<String> names, Matrix values) {
        int temperature = names.indexOf("tavg");
        int rain = names.indexOf("pavg");
        if (temperature < 0 || rain < 0) {
            return Grouping.absent(CLIMATE, "the model has no covariates tavg and pavg");
        }
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < values.rows(); row++) {
            labels.add(ClimateZone.of(values.get(row, temperature), values.get(row, rain))
                    .map(ClimateZone::title)
                    .orElse(Grouping.UNKNOWN));
        }
        return Grouping.of(CLIMATE, titles(ClimateZone.values(), ClimateZone::title), labels);
    }

    /** By region; the regions are those that occur, in alphabetical order. */
    public static Grouping region(List<String> regions) {
        return Grouping.of(REGION, List.copyOf(new TreeSet<>(regions)), regions);
    }

    /** By whether the dissimilarity index is within the threshold of the model's applicability. */
    public static Grouping applicability(float[] dissimilarity, double threshold) {
        List<String> labels = new ArrayList<>();
        for (float index : dissimilarity) {
            labels.add(index <= threshold ? INSIDE : OUTSIDE);
        }
        return Grouping.of(APPLICABILITY, List.of(INSIDE, OUTSIDE), labels);
    }

    private static <T> List<String> titles(T[] classes, Function<T, String> title) {
        return Arrays.stream(classes).map(title).toList();
    }
}
