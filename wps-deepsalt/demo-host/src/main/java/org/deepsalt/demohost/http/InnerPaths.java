/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes the places where a host keeps its files out of its answers: what lies below one of them is named from there.
 * The reasons that the system gives for an error often have the whole path. Immutable, thread-safe.
 */
final class InnerPaths {
    private final List<String> places = new ArrayList<>();

    /** Paths below these folders are shortened. */
    InnerPaths(List<Path> folders) {
        for (Path folder : folders) {
            Path whole = folder.toAbsolutePath().normalize();
            if (whole.getNameCount() > 0) {
                places.add(whole.toString());
            }
        }
        places.sort(Comparator.comparing(String::length).reversed());
    }

    /** An answer that names none of the places. */
    OwsReply hide(OwsReply reply) {
        String type = String.valueOf(reply.contentType());
        boolean text = type.startsWith("text/") || type.contains("xml") || type.contains("json");
        if (!text || !(reply.body() instanceof OwsReply.Bytes bytes)) {
            return reply;
        }
        String before = new String(bytes.content(), StandardCharsets.UTF_8);
        String after = before;
        for (String place : places) {
            after = after.replace(place + "/", "").replace(place, "the data directory");
        }
        return after.equals(before)
                ? reply
                : new OwsReply(
                        reply.status(),
                        reply.contentType(),
                        reply.headers(),
                        new OwsReply.Bytes(after.getBytes(StandardCharsets.UTF_8)));
    }
}
