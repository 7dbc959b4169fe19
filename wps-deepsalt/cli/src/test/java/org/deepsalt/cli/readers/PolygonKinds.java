/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** Polygons as GeoJSON in the forms that programs and people write, by dice. */
final class PolygonKinds {
    /** Corner of the land that polygons lie in, degrees, and its side. */
    static final double WEST = -110.2;

    static final double SOUTH = 38.95;
    static final double SIDE = 0.25;
    private static final List<String> DEGREES = List.of(
            "",
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},",
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}},",
            "\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":4326}},",
            "\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"http://www.opengis.net/def/crs/EPSG/0/4326\"}},");

    private final Random random;

    private PolygonKinds(Random random) {
        this.random = random;
    }

    /** Kinds by name, in a fixed order; each writes a geometry. A new kind of polygon is a line here. */
    private static Map<String, Function<PolygonKinds, String>> kinds() {
        Map<String, Function<PolygonKinds, String>> kinds = new TreeMap<>();
        kinds.put("triangle", dice -> dice.polygon(dice.ring(3)));
        kinds.put("many corners", dice -> dice.polygon(dice.ring(60)));
        kinds.put("hole", dice -> dice.polygon(dice.round(0.5, 0.1), dice.round(0.5, 0.04)));
        kinds.put("hole beyond its shell", dice -> dice.polygon(dice.round(0.5, 0.05), dice.round(0.55, 0.05)));
        kinds.put("bow tie", PolygonKinds::bowTie);
        kinds.put("star that crosses itself", dice -> dice.polygon(dice.star()));
        kinds.put("sliver", PolygonKinds::sliver);
        kinds.put("corners twice", dice -> dice.polygon(dice.twice(dice.ring(7))));
        kinds.put("parts that overlap", dice -> dice.parts(dice.round(0.45, 0.08), dice.round(0.5, 0.08)));
        kinds.put(
                "part in the hole of another",
                dice -> "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + dice.round(0.5, 0.11) + ","
                        + dice.round(0.5, 0.07) + "],[" + dice.round(0.5, 0.03) + "]]}");
        kinds.put("parts that touch", dice -> dice.parts(dice.box(0.2, 0.2, 0.5, 0.6), dice.box(0.5, 0.3, 0.8, 0.6)));
        kinds.put("same part twice", dice -> dice.parts(dice.box(0.2, 0.2, 0.5, 0.6), dice.box(0.2, 0.2, 0.5, 0.6)));
        kinds.put("clockwise shell", dice -> dice.polygon(dice.box(0.8, 0.2, 0.3, 0.7)));
        kinds.put("heights", dice -> dice.polygon(dice.ring(5).replaceAll("(\\[-[^\\[\\]]*)\\]", "$1,1200.5]")));
        return kinds;
    }

    static List<String> names() {
        return List.copyOf(kinds().keySet());
    }

    /** A collection with one polygon of a kind, called {@code field}. */
    static String collection(String kind, Random random) {
        String geometry = kinds().get(kind).apply(new PolygonKinds(random));
        String crs = DEGREES.get(random.nextInt(DEGREES.size()));
        String id = random.nextBoolean() ? "\"id\":" + random.nextInt(9) + "," : "";
        return "{\"type\":\"FeatureCollection\",\"name\":\"fields\"," + crs + "\"features\":[{\"type\":\"Feature\","
                + id + "\"properties\":{\"name\":\"field\"},\"geometry\":" + geometry + "}]}";
    }

    private String polygon(String... rings) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + String.join(",", rings) + "]}";
    }

    private String parts(String... shells) {
        return "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + String.join("],[", shells) + "]]}";
    }

    /** Corners in the order of their bearing, so that nothing crosses. */
    private String ring(int corners) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double bearing = 2 * Math.PI * (i + random.nextDouble() * 0.8) / corners;
            double far = 0.1 + 0.35 * random.nextDouble();
            all.add(corner(0.5 + far * Math.cos(bearing), 0.5 + far * Math.sin(bearing)));
        }
        return closed(all);
    }

    private String round(double middle, double radius) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            all.add(corner(
                    middle + 2 * radius * Math.cos(i * Math.PI / 12),
                    middle + 3 * radius * Math.sin(i * Math.PI / 12)));
        }
        return closed(all);
    }

    private String star() {
        List<String> all = new ArrayList<>();
        double turn = random.nextDouble();
        for (int i = 0; i < 5; i++) {
            double bearing = turn + i * 4 * Math.PI / 5;
            all.add(corner(0.5 + 0.4 * Math.cos(bearing), 0.5 + 0.4 * Math.sin(bearing)));
        }
        return closed(all);
    }

    private String bowTie() {
        double low = 0.1 + 0.2 * random.nextDouble();
        return polygon(closed(List.of(corner(low, low), corner(0.8, 0.7), corner(0.8, low), corner(low, 0.9))));
    }

    /** Narrower than a pixel. */
    private String sliver() {
        double at = 0.2 + 0.5 * random.nextDouble();
        return polygon(closed(List.of(corner(0.1, at), corner(0.9, at + 0.1), corner(0.9, at + 0.103))));
    }

    private String box(double west, double south, double east, double north) {
        return closed(List.of(corner(west, south), corner(east, south), corner(east, north), corner(west, north)));
    }

    private String twice(String ring) {
        return ring.replaceAll("(\\[-[^\\]]*\\]),(\\[-[^\\]]*\\])", "$1,$1,$2");
    }

    private static String closed(List<String> corners) {
        return "[" + String.join(",", corners) + "," + corners.get(0) + "]";
    }

    private static String corner(double x, double y) {
        return String.format(Locale.ROOT, "[%.9f,%.9f]", WEST + SIDE * x, SOUTH + SIDE * y);
    }
}
