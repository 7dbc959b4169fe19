/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.wps.ExecuteRequest.Output;
import org.deepsalt.local.registry.InputReader.Given;

/**
 * Reads an Execute request from key-value pairs (OGC 05-007r7, section 10.2.2.2): inputs are {@code
 * name=value@attribute=value;name=value}. A semicolon or at-sign within a value is percent-encoded once more.
 */
final class ExecuteKvp {
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "@(mimeType|encoding|schema|datatype|uom|asReference|method|xlink:href|href)=([^@]*)",
            Pattern.CASE_INSENSITIVE);

    private ExecuteKvp() {}

    static ExecuteRequest read(OwsRequest request) {
        String process = request.parameter("identifier")
                .orElseThrow(() -> new OwsException(
                        "MissingParameterValue", "Identifier", "the request names no process: add identifier=ID"));
        List<Given> inputs = new ArrayList<>();
        for (String part : parts(request.parameter("DataInputs"))) {
            inputs.add(input(part));
        }
        List<Output> raw = outputs(request.parameter("RawDataOutput"));
        return new ExecuteRequest(
                process,
                inputs,
                raw.stream().findFirst(),
                outputs(request.parameter("ResponseDocument")),
                isTrue(request, "storeExecuteResponse"),
                isTrue(request, "lineage"));
    }

    private static boolean isTrue(OwsRequest request, String name) {
        return request.parameter(name).map(Boolean::parseBoolean).orElse(false);
    }

    private static List<String> parts(Optional<String> list) {
        List<String> parts = new ArrayList<>();
        for (String part : list.orElse("").split(";", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static Given input(String part) {
        String plain = ATTRIBUTE.matcher(part).replaceAll("");
        int equals = plain.indexOf('=');
        if (attributes(part).containsKey("xlink:href") || attributes(part).containsKey("href")) {
            throw new OwsException(
                    "InvalidParameterValue",
                    "DataInputs",
                    "'" + part + "' refers to an address, which this server does not open: send the value itself");
        }
        if (equals < 1) {
            throw new OwsException(
                    "InvalidParameterValue", "DataInputs", "'" + part + "' is not understood, wanted name=value");
        }
        return new Given(plain.substring(0, equals), decoded(plain.substring(equals + 1)));
    }

    private static List<Output> outputs(Optional<String> list) {
        List<Output> outputs = new ArrayList<>();
        for (String part : parts(list)) {
            Map<String, String> attributes = attributes(part);
            outputs.add(new Output(
                    ATTRIBUTE.matcher(part).replaceAll(""),
                    attributes.getOrDefault("mimetype", ""),
                    Boolean.parseBoolean(attributes.getOrDefault("asreference", "false"))));
        }
        return outputs;
    }

    private static Map<String, String> attributes(String part) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(part);
        while (matcher.find()) {
            attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), decoded(matcher.group(2)));
        }
        return attributes;
    }

    /** Decodes percent signs that are left; a plus is a plus. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
