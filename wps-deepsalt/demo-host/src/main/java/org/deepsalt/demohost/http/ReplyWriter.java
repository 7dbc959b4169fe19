/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Sends answers as fast as their clients read them, without threads that wait for them. A client that reads too slowly
 * is left, and of answers in memory only so much waits at a time. Thread-safe.
 */
final class ReplyWriter {
    private static final long MOST_WAITING_BYTES = 128L << 20;
    private static final int SMALL = 64 << 10;
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final long SLOWEST_BYTES_PER_SECOND = 16 << 10;

    private final AtomicLong waiting = new AtomicLong();

    /** Begins to send; the callback hears when all is sent or the client is gone. */
    void send(Request request, Response response, OwsReply reply, Callback callback) {
        try {
            if (reply.body() instanceof OwsReply.Bytes bytes) {
                send(request, response, reply, bytes.content(), callback);
            } else if (reply.body() instanceof OwsReply.Stored stored) {
                send(request, response, reply, stored, callback);
            }
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
        }
    }

    private void send(Request request, Response response, OwsReply reply, byte[] bytes, Callback callback) {
        if (bytes.length > SMALL && waiting.addAndGet(bytes.length) > MOST_WAITING_BYTES) {
            waiting.addAndGet(-bytes.length);
            OwsReply busy = OwsReply.text(503, "other clients read their answers too slowly: ask again later")
                    .withHeader("Retry-After", OwsReply.RETRY_SECONDS);
            send(request, response, busy, callback);
            return;
        }
        head(response, reply, bytes.length);
        Runnable release = () -> waiting.addAndGet(bytes.length > SMALL ? -bytes.length : 0);
        response.write(true, ByteBuffer.wrap(bytes), limited(request, bytes.length, release, callback));
    }

    private static void send(
            Request request, Response response, OwsReply reply, OwsReply.Stored stored, Callback callback)
            throws IOException {
        try {
            long length = Files.size(stored.file());
            head(response, reply, length);
            Callback done = limited(request, length, stored.whenSent(), callback);
            Content.copy(Content.Source.from(stored.file()), response, done);
        } catch (IOException | RuntimeException e) {
            stored.whenSent().run();
            throw e;
        }
    }

    private static void head(Response response, OwsReply reply, long length) {
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        if (reply.contentType() != null) {
            headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
            headers.put(HttpHeader.CONTENT_LENGTH, length);
        }
        reply.headers().forEach(headers::put);
        headers.put(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "SAMEORIGIN");
        // The own page tells the own host that it asks, where browsers say nothing else of it.
        headers.put("Referrer-Policy", "same-origin");
    }

    /** Ends the connection if the client has not read everything in time, and releases once in any case. */
    private static Callback limited(Request request, long length, Runnable release, Callback callback) {
        AtomicBoolean done = new AtomicBoolean();
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        Duration patience = GRACE.plusSeconds(length / SLOWEST_BYTES_PER_SECOND);
        Scheduler.Task end = request.getConnectionMetaData()
                .getConnector()
                .getScheduler()
                .schedule(
                        () -> connection.close(new TimeoutException("the client reads too slowly")),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
        return Callback.from(callback, () -> {
            if (done.compareAndSet(false, true)) {
                end.cancel();
                release.run();
            }
        });
    }
}
