/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of an OGC service over HTTP.
 *
 * @param status of HTTP; services report errors with 200 as GeoServer does, because many clients read the exception
 *     document only then
 * @param headers besides the content type
 * @param body writes the content, once
 */
public record OwsReply(int status, @Nullable String contentType, Map<String, String> headers, Body body) {
    /** Content that is written when the client is ready for it. */
    @FunctionalInterface
    public interface Body {
        /** Writes everything; an IOException means that the client has gone. */
        void writeTo(OutputStream out) throws IOException;
    }

    public OwsReply {
        headers = Map.copyOf(headers);
    }

    /** An answer that is known in full. */
    public static OwsReply of(String contentType, byte[] content) {
        Map<String, String> headers = Map.of("Content-Length", Integer.toString(content.length));
        return new OwsReply(200, contentType, headers, out -> out.write(content));
    }

    /** A plain sentence. */
    static OwsReply text(int status, String sentence) {
        byte[] content = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        return of("text/plain;charset=UTF-8", content).withStatus(status);
    }

    /** Returns this answer with another status. */
    public OwsReply withStatus(int other) {
        return new OwsReply(other, contentType, headers, body);
    }

    /** Returns this answer with one more header. */
    public OwsReply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OwsReply(status, contentType, more, body);
    }
}
