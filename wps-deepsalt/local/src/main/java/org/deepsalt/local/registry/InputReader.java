/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.local.registry;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.processes.geojson.GeoJson;
import org.deepsalt.processes.inputs.WellKnownText;
import org.geotools.api.data.Parameter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;

/** Turns the texts of a request into the values that a process takes, and finds everything that is wrong with them. */
public final class InputReader {
    /**
     * One input of a request.
     *
     * @param name of the parameter
     * @param text of the value
     */
    public record Given(String name, String text) {}

    private final Map<String, Parameter<?>> parameters;

    /** Reads inputs for a process with these parameters. */
    public InputReader(Map<String, Parameter<?>> parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads a request.
     *
     * @return values by parameter; arrays for parameters that may be repeated
     * @throws InvalidRequestException naming unknown, missing, repeated and unreadable inputs
     */
    public Map<String, Object> read(List<Given> given) {
        Problems problems = new Problems();
        long most = parameters.values().stream().mapToLong(one -> one.maxOccurs).sum();
        if (given.size() > most) {
            problems.add("the request gives " + given.size() + " inputs, wanted at most " + most);
            problems.throwIfAny();
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Given input : given) {
            if (parameters.containsKey(input.name)) {
                texts.computeIfAbsent(input.name, key -> new ArrayList<>()).add(input.text);
            } else {
                problems.add(
                        "there is no input '" + input.name + "', wanted are " + String.join(", ", parameters.keySet()));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> {
            List<String> mine = texts.getOrDefault(name, List.of());
            if (mine.size() < parameter.minOccurs) {
                problems.add("input '" + name + "' is missing: " + parameter.description);
            } else if (mine.size() > parameter.maxOccurs) {
                problems.add("input '" + name + "' is given " + mine.size() + " times, wanted at most "
                        + parameter.maxOccurs);
            } else if (!mine.isEmpty()) {
                Object value = problems.attempt(() -> value(parameter, mine));
                if (value != null) {
                    values.put(name, value);
                }
            }
        });
        problems.throwIfAny();
        return values;
    }

    private static Object value(Parameter<?> parameter, List<String> texts) {
        if (parameter.maxOccurs == 1) {
            return single(parameter, texts.get(0).trim());
        }
        Object array = Array.newInstance(parameter.type, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Array.set(array, i, single(parameter, texts.get(i).trim()));
        }
        return array;
    }

    private static Object single(Parameter<?> parameter, String text) {
        Class<?> type = parameter.type;
        try {
            if (type == String.class) {
                return required(parameter, text);
            } else if (type == Double.class) {
                return within(parameter, number(text));
            } else if (type == Integer.class) {
                return (int) within(parameter, Integer.parseInt(text));
            } else if (type == Long.class) {
                return Long.parseLong(text);
            } else if (type == Boolean.class) {
                return bool(parameter, text);
            } else if (type.isEnum()) {
                return constant(parameter, text);
            } else if (type == Geometry.class) {
                return geometry(parameter, text);
            }
        } catch (NumberFormatException e) {
            throw wrong(parameter, text, type == Double.class ? "a number" : "a whole number");
        }
        throw new IllegalStateException("input '" + parameter.key + "' has the type " + type + ", which no text gives");
    }

    private static double number(String text) {
        double number = DecimalText.parse(text);
        if (Double.isNaN(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static String required(Parameter<?> parameter, String text) {
        if (text.isEmpty()) {
            throw wrong(parameter, text, "a text that is not empty");
        }
        return text;
    }

    private static double within(Parameter<?> parameter, double value) {
        Number low = (Number) parameter.metadata.get(Parameter.MIN);
        Number high = (Number) parameter.metadata.get(Parameter.MAX);
        boolean below = low != null && !(value >= low.doubleValue());
        boolean above = high != null && !(value <= high.doubleValue());
        if (below || above || Double.isNaN(value)) {
            String from = low == null ? "" : "at least " + low;
            String to = high == null ? "" : "at most " + high;
            throw wrong(parameter, String.valueOf(value), (from + " " + to).trim());
        }
        return value;
    }

    private static boolean bool(Parameter<?> parameter, String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw wrong(parameter, text, "true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static Object constant(Parameter<?> parameter, String text) {
        for (Object constant : parameter.type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw wrong(parameter, text, "one of " + Arrays.toString(parameter.type.getEnumConstants()));
    }

    /** GeoJSON, or well-known text with or without {@code SRID=n;} before it. */
    private static Geometry geometry(Parameter<?> parameter, String text) {
        if (text.startsWith("{")) {
            return GeoJson.region("input '" + parameter.key + "'", text);
        }
        int srid = 0;
        String plain = text;
        int semicolon = text.indexOf(';');
        try {
            if (text.regionMatches(true, 0, "SRID=", 0, 5) && semicolon > 0) {
                srid = Integer.parseInt(text.substring(5, semicolon));
                plain = text.substring(semicolon + 1);
            }
            Geometry geometry = WellKnownText.read(plain);
            geometry.setSRID(srid);
            return geometry;
        } catch (ParseException | IllegalArgumentException e) {
            // The latter of rings that do not end where they begin, and of an SRID that is no number.
            throw wrong(
                    parameter,
                    text,
                    "well-known text such as POLYGON((0 0, 1 0, 1 1, 0 0)), rings closed, perhaps with SRID=n;"
                            + " before it");
        }
    }

    private static DeepSaltException wrong(Parameter<?> parameter, String text, String wanted) {
        return new DeepSaltException("input '" + parameter.key + "' is '" + text + "', wanted " + wanted);
    }
}
