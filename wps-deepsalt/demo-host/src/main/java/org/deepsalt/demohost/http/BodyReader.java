/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads the body of a request as it comes, without a thread that waits for it, so that clients who send a byte now and
 * then keep nobody else from being answered. Runs whenever there is more.
 */
final class BodyReader implements Runnable {
    private final Request request;
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private long length;

    private BodyReader(Request request, int most) {
        this.request = request;
        this.most = most;
    }

    /**
     * Begins to read.
     *
     * @param most bytes that a body may have
     * @param patience for all of it
     * @return the body; fails with a {@link RefusedBodyException}
     */
    static CompletableFuture<byte[]> read(Request request, int most, Duration patience) {
        BodyReader reader = new BodyReader(request, most);
        if (request.getLength() > 2L * most) {
            reader.refuseLength();
            return reader.whole;
        }
        reader.run();
        if (reader.whole.isDone()) {
            return reader.whole;
        }
        Scheduler.Task end = request.getConnectionMetaData()
                .getConnector()
                .getScheduler()
                .schedule(() -> reader.refuseTime(patience), patience.toMillis(), TimeUnit.MILLISECONDS);
        return reader.whole.whenComplete((body, error) -> end.cancel());
    }

    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                whole.completeExceptionally(new RefusedBodyException(400, "the request did not come to its end"));
                return;
            }
            take(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast()) {
                end();
            } else if (length > 2L * most) {
                refuseLength();
            }
        }
    }

    /** What is too much is read for a while: a client that still sends may not read why it is refused. */
    private void take(ByteBuffer content) {
        length += content.remaining();
        if (length <= most) {
            byte[] more = new byte[content.remaining()];
            content.get(more);
            bytes.writeBytes(more);
        }
    }

    private void end() {
        if (length > most) {
            refuseLength();
        } else {
            whole.complete(bytes.toByteArray());
        }
    }

    private void refuseLength() {
        whole.completeExceptionally(
                new RefusedBodyException(413, "a request may have at most " + most + " bytes, this one has more"));
    }

    private void refuseTime(Duration patience) {
        whole.completeExceptionally(new RefusedBodyException(
                408,
                "the request did not come to its end within " + patience.toSeconds() + " seconds: send it faster"));
    }
}
