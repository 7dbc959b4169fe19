/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the GeoTIFF keys of an image say of its coordinate reference system, as far as GeoTools passes it over: it takes
 * a system that the keys define step by step as if it were measured in metres and degrees, and knows no standard
 * parallel of some projections and no shift to WGS 84. Numbers of keys as in OGC GeoTIFF 1.1, annexes B and C.
 * Immutable.
 */
public final class CrsKeys {
    private static final int USER_DEFINED = 32767;
    private static final int MODEL_TYPE = 1024;
    private static final int PROJECTED = 1;
    private static final int GEOGRAPHIC = 2;
    private static final int CITATION = 1026;
    private static final int GEODETIC_CRS = 2048;
    private static final int GEODETIC_CITATION = 2049;
    private static final int ANGULAR_UNIT = 2054;
    private static final int DEGREE = 9102;
    private static final int TO_WGS84 = 2062;
    private static final int PROJECTED_CRS = 3072;
    private static final int PROJECTED_CITATION = 3073;
    private static final int METHOD = 3075;
    private static final int LINEAR_UNIT = 3076;
    private static final int METRE = 9001;
    private static final int STANDARD_PARALLEL = 3078;
    private static final int NATURAL_ORIGIN_LATITUDE = 3081;
    private static final int POLAR_STEREOGRAPHIC = 15;
    private static final int EQUIRECTANGULAR = 17;
    /**
     * Transverse Mercator, Mercator, both Lambert conics, Lambert's azimuthal, Albers, both stereographics, sinusoidal
     * ...
     */
    private static final Set<Integer> METHODS =
            Set.of(1, 7, 8, 9, 10, 11, 12, 14, POLAR_STEREOGRAPHIC, 16, EQUIRECTANGULAR, 21, 24, 25);

    /** In well-known text, which GDAL writes for projections that GeoTIFF has no code of. */
    private static final Pattern PROJECTION = Pattern.compile("PROJECTION\\[\"([^\"]+)\"");

    private final Map<Integer, Integer> codes = new HashMap<>();
    private final Map<Integer, double[]> numbers = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();

    private CrsKeys() {}

    /** Reads the keys of an image, none if it has no such tag or a damaged one. */
    public static CrsKeys of(TiffDirectory image) {
        CrsKeys keys = new CrsKeys();
        long[] table = image.numbers(TiffTag.GEO_KEY_DIRECTORY);
        long[] doubles = image.numbers(TiffTag.GEO_DOUBLE_PARAMS);
        String text = image.text(TiffTag.GEO_ASCII_PARAMS).orElse("");
        for (int at = 4; at + 3 < table.length; at += 4) {
            int key = (int) table[at];
            int count = (int) table[at + 2];
            int value = (int) table[at + 3];
            if (table[at + 1] == 0) {
                keys.codes.put(key, value);
            } else if (table[at + 1] == TiffTag.GEO_DOUBLE_PARAMS && value + count <= doubles.length) {
                double[] mine = new double[count];
                for (int i = 0; i < count; i++) {
                    mine[i] = Double.longBitsToDouble(doubles[value + i]);
                }
                keys.numbers.put(key, mine);
            } else if (table[at + 1] == TiffTag.GEO_ASCII_PARAMS && value + count <= text.length()) {
                keys.texts.put(key, text.substring(value, value + count).replace("|", ""));
            }
        }
        return keys;
    }

    /** Whether they say in what coordinate reference system the image is. */
    public boolean namesCrs() {
        int model = codes.getOrDefault(MODEL_TYPE, 0);
        return (model == PROJECTED && codes.containsKey(PROJECTED_CRS))
                || (model == GEOGRAPHIC && codes.containsKey(GEODETIC_CRS))
                || (model == USER_DEFINED && texts.containsKey(CITATION));
    }

    /** The coordinate reference system for people: its code, or else what the file calls it. */
    public String name() {
        int model = codes.getOrDefault(MODEL_TYPE, 0);
        int code = model == USER_DEFINED
                ? USER_DEFINED
                : codes.getOrDefault(model == PROJECTED ? PROJECTED_CRS : GEODETIC_CRS, USER_DEFINED);
        if (code != USER_DEFINED && code != 0) {
            return "EPSG:" + code;
        }
        String text = texts.getOrDefault(
                CITATION, texts.getOrDefault(PROJECTED_CITATION, texts.getOrDefault(GEODETIC_CITATION, "")));
        Matcher projection = PROJECTION.matcher(String.join(" ", texts.values()));
        if (projection.find()) {
            return "the projection " + projection.group(1);
        }
        String plain = text.replaceFirst("^ESRI PE String = ", "").strip();
        return plain.isEmpty() || plain.equals("unknown") || plain.equals("unnamed")
                ? "a system of the file's own"
                : "'" + plain + "'";
    }

    /** What GeoTools would pass over in silence; empty if there is nothing of that kind. */
    public Optional<String> passedOver() {
        double[] shift = numbers.getOrDefault(TO_WGS84, new double[0]);
        for (double parameter : shift) {
            if (parameter != 0) {
                return Optional.of("a shift to WGS 84 of its own");
            }
        }
        boolean ownDegrees = codes.getOrDefault(GEODETIC_CRS, USER_DEFINED) == USER_DEFINED
                && codes.getOrDefault(PROJECTED_CRS, USER_DEFINED) == USER_DEFINED;
        if (ownDegrees && codes.getOrDefault(ANGULAR_UNIT, DEGREE) != DEGREE) {
            return Optional.of("angles in another unit than degrees");
        }
        boolean byCode = codes.getOrDefault(PROJECTED_CRS, USER_DEFINED) != USER_DEFINED;
        return byCode || codes.getOrDefault(MODEL_TYPE, 0) != PROJECTED ? Optional.empty() : passedOverInProjection();
    }

    private Optional<String> passedOverInProjection() {
        if (codes.getOrDefault(LINEAR_UNIT, METRE) != METRE) {
            return Optional.of("a projection of its own in another unit than metres");
        }
        if (!codes.containsKey(METHOD)) {
            return Optional.empty();
        }
        int method = codes.get(METHOD);
        if (!METHODS.contains(method)) {
            return Optional.of("a projection of its own that was not checked here");
        }
        boolean elsewhere = method == POLAR_STEREOGRAPHIC && Math.abs(number(NATURAL_ORIGIN_LATITUDE, 90)) != 90;
        boolean parallel = method == EQUIRECTANGULAR && number(STANDARD_PARALLEL, 0) != 0;
        return elsewhere || parallel
                ? Optional.of("a projection of its own that is true to scale along a standard parallel")
                : Optional.empty();
    }

    private double number(int key, double absent) {
        double[] given = numbers.getOrDefault(key, new double[0]);
        return given.length == 0 ? absent : given[0];
    }
}
