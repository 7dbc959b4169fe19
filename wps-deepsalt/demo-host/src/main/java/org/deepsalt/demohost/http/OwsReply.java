/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of an OGC service over HTTP.
 *
 * @param status of HTTP; services report errors with 200 as GeoServer does, because many clients read the exception
 *     document only then
 * @param headers besides content type and length
 * @param body the content
 */
public record OwsReply(int status, @Nullable String contentType, Map<String, String> headers, Body body) {
    /** Seconds after which a client that was refused for want of room may ask again. */
    static final String RETRY_SECONDS = "10";

    /** What is sent. */
    public sealed interface Body permits Bytes, Stored {}

    /** Content in memory. */
    public record Bytes(byte[] content) implements Body {}

    /**
     * Content of a file.
     *
     * @param whenSent runs once, when it was sent or the client has gone
     */
    public record Stored(Path file, Runnable whenSent) implements Body {}

    public OwsReply {
        headers = Map.copyOf(headers);
    }

    /** An answer that is known in full. */
    public static OwsReply of(String contentType, byte[] content) {
        return new OwsReply(200, contentType, Map.of(), new Bytes(content));
    }

    /** A status without content. */
    static OwsReply empty(int status) {
        return new OwsReply(status, null, Map.of(), new Bytes(new byte[0]));
    }

    /** A plain sentence. */
    public static OwsReply text(int status, String sentence) {
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
