/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.demohost.catalog.PointLayer.PointFeature;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.processes.inputs.WellKnownText;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;

/**
 * Points in the form of GeoTools' property data store: a header {@code _=name:Type,...,geom:Point:srid=4326}, then
 * lines {@code id=value|value|POINT (x y)}, with {@code #} for remarks. One per file; not thread-safe.
 */
final class PropertyFile {
    /** Bytes: a million points with a dozen attributes. */
    private static final int LARGEST = 128 << 20;

    private static final int SHOWN = 80;
    /** In metres or feet, false eastings and northings included. */
    private static final double FARTHEST = 1e9;

    private record Column(String name, String type) {}

    private final String fileName;
    private final List<Column> columns = new ArrayList<>();
    private final List<PointFeature> features = new ArrayList<>();
    private int geometry = -1;
    private @Nullable String srs;

    private PropertyFile(String fileName) {
        this.fileName = fileName;
    }

    /**
     * Reads a file.
     *
     * @throws DeepSaltException with file and line if it has another form
     */
    static PropertyFile read(Path path) {
        PropertyFile file = new PropertyFile(path.getFileName().toString());
        List<String> lines;
        try {
            lines = new String(RegularFile.bytes(path, LARGEST), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new DeepSaltException("'" + path.getFileName() + "' cannot be read: " + e.getMessage(), e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("!")) {
                file.line(line, i + 1);
            }
        }
        if (file.geometry < 0) {
            throw file.error(1, "has no header such as _=ece:Double,geom:Point:srid=4326");
        }
        return file;
    }

    List<String> attributes() {
        return columns.stream()
                .map(Column::name)
                .filter(name -> !name.equals(columns.get(geometry).name))
                .toList();
    }

    List<PointFeature> features() {
        return features;
    }

    /** The CRS of the code, null if the header names none. */
    @Nullable
    CoordinateReferenceSystem crs() {
        return srs == null ? null : Crs.decode(srs);
    }

    private void line(String line, int number) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw error(number, "is '" + line + "', wanted id=value|value");
        }
        String key = line.substring(0, equals).strip();
        String rest = line.substring(equals + 1);
        if (key.equals("_")) {
            header(rest, number);
        } else if (geometry < 0) {
            throw error(number, "has values before the header");
        } else {
            features.add(feature(key, split(rest), number));
        }
    }

    private void header(String text, int number) {
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().split(":", -1);
            String type = words.length > 1 ? words[1] : "String";
            if (type.equals("Point") || type.equals("Geometry")) {
                geometry = columns.size();
                if (words.length > 2 && words[2].startsWith("srid=")) {
                    srs = "EPSG:" + words[2].substring("srid=".length());
                }
            }
            columns.add(new Column(words[0].replaceFirst("^\\*", ""), type));
        }
        if (geometry < 0) {
            throw error(number, "has no column of type Point");
        }
    }

    private PointFeature feature(String id, List<String> texts, int number) {
        if (texts.size() != columns.size()) {
            throw error(number, "has " + texts.size() + " values, the header has " + columns.size());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (i != geometry) {
                values.put(columns.get(i).name, value(columns.get(i), texts.get(i), number));
            }
        }
        try {
            Geometry at = WellKnownText.read(texts.get(geometry));
            if (at instanceof Point point && !point.isEmpty() && isBounded(point)) {
                return new PointFeature(id, values, point.getX(), point.getY());
            }
        } catch (ParseException | IllegalArgumentException e) {
            throw error(number, "has the place '" + shown(texts.get(geometry)) + "': " + e.getMessage());
        }
        throw error(
                number,
                "has the place '" + shown(texts.get(geometry)) + "', wanted POINT (x y) with coordinates of the earth");
    }

    private static boolean isBounded(Point point) {
        return Math.abs(point.getX()) <= FARTHEST && Math.abs(point.getY()) <= FARTHEST;
    }

    private static String shown(String place) {
        return place.length() <= SHOWN ? place : place.substring(0, SHOWN) + "...";
    }

    private @Nullable Object value(Column column, String text, int number) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.equals("null")) {
            return null;
        }
        String type = column.type.substring(column.type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            return switch (type) {
                case "double", "float", "bigdecimal" -> number(plain);
                case "integer", "int", "long", "short" -> Long.valueOf(plain);
                case "boolean" -> Boolean.valueOf(plain);
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw error(number, "has " + column.name + " '" + plain + "', wanted a number of type " + column.type);
        }
    }

    private static double number(String text) {
        double number = DecimalText.parse(text);
        if (Double.isNaN(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    /** Splits at bars; a backslash takes away the meaning of the character behind it. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                part.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else if (c == '|') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private DeepSaltException error(int line, String what) {
        return new DeepSaltException("'" + fileName + "', line " + line + " " + what);
    }
}
