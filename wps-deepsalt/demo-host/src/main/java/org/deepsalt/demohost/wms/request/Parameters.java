/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.request;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsRequest;

/** Reads the parameters of a request; errors name the parameter, what it is and what is wanted. Immutable. */
public record Parameters(OwsRequest request) {
    /**
     * Reads a parameter that must be there.
     *
     * @param wanted describes its value
     */
    public String required(String name, String wanted) {
        return request.parameter(name)
                .orElseThrow(() -> new OwsException(
                        WmsErrors.MISSING, name, "parameter " + upper(name) + " is missing: give " + wanted));
    }

    /** Reads a parameter, or returns a default if it is absent or blank. */
    public String optional(String name, String absent) {
        return request.parameter(name).orElse(absent);
    }

    /**
     * Parses a whole number within limits.
     *
     * @param name of the parameter that has the text
     */
    public int number(String name, String text, int least, int most) {
        if (text.matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new OwsException(
                WmsErrors.INVALID,
                name,
                upper(name) + " is '" + text + "', wanted a whole number from " + least + " to " + most);
    }

    /** Reads TRUE or FALSE in any case; false if the parameter is absent. */
    public boolean flag(String name) {
        String text = optional(name, "false");
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw new OwsException(WmsErrors.INVALID, name, upper(name) + " is '" + text + "', wanted TRUE or FALSE");
    }

    /** Reads a colour such as {@code 0xFFFFFF}, without alpha. */
    public int color(String name, String absent) {
        String text = optional(name, absent);
        if (!text.matches("(0x|0X|#)[0-9A-Fa-f]{6}")) {
            throw new OwsException(
                    WmsErrors.INVALID, name, upper(name) + " is '" + text + "', wanted a colour such as 0xFFFFFF");
        }
        return Integer.parseInt(text.substring(text.length() - 6), 16);
    }

    /** Parts between commas, empty ones included; none if the parameter is absent or empty. */
    public List<String> list(String name) {
        return request.parameter(name)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    /** Variables of styles, given as {@code ENV=red:120;green:47}. */
    public Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (String pair : optional("env", "").split(";", -1)) {
            int colon = pair.indexOf(':');
            if (colon > 0) {
                variables.put(
                        pair.substring(0, colon).strip(),
                        pair.substring(colon + 1).strip());
            } else if (!pair.isBlank()) {
                throw new OwsException(
                        WmsErrors.INVALID, "env", "ENV has '" + pair + "', wanted name:value pairs between semicolons");
            }
        }
        return variables;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
