/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.RawConnection;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;

/**
 * Clients that send their requests and read their answers a byte at a time, 24 at once, while another one asks for
 * small things and wants them soon. Not thread-safe.
 */
public final class Dawdlers {
    private static final String NAME = "small requests beside dawdlers";
    private static final int CLIENTS = 24;
    private static final long BYTE_SECONDS = 2;
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int ASKED_EVERY = 4;
    private static final int SMALL_BUFFER = 1024;

    private final Target target;
    private final Findings findings;

    /** Prepares dawdling clients of a host that does nothing else. */
    public Dawdlers(Target target, Findings findings) {
        this.target = target;
        this.findings = findings;
    }

    /** Dawdles until a time of {@link System#nanoTime}. */
    public void run(long end) throws IOException, InterruptedException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                sockets.add(i % 2 == 0 ? slowBody() : slowReader());
            }
            while (System.nanoTime() < end) {
                for (int i = 0; i < CLIENTS; i++) {
                    step(sockets, i);
                    if (i % ASKED_EVERY == 0) {
                        ask();
                    }
                }
                TimeUnit.SECONDS.sleep(BYTE_SECONDS);
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private void step(List<Socket> sockets, int i) throws IOException {
        Socket socket = sockets.get(i);
        try {
            if (i % 2 == 0) {
                socket.getOutputStream().write(' ');
            } else if (socket.getInputStream().read() < 0) {
                throw new IOException("ended");
            }
        } catch (IOException e) {
            findings.count("dawdlers", "ended by the host", 0);
            socket.close();
            sockets.set(i, i % 2 == 0 ? slowBody() : slowReader());
        }
    }

    private Socket slowBody() throws IOException {
        Socket socket = RawConnection.open(target);
        send(socket, "POST /geoserver/wps HTTP/1.1\r\n", "Content-Type: text/xml\r\nContent-Length: 100000\r\n");
        findings.count("dawdlers", "slow body", 0);
        return socket;
    }

    private Socket slowReader() throws IOException {
        Socket socket = RawConnection.open(target);
        socket.setReceiveBufferSize(SMALL_BUFFER);
        send(
                socket,
                "GET /geoserver/wms?service=WMS&version=1.1.1&request=GetMap&styles=&srs=EPSG:4326&layers=sample:enmap"
                        + "&bbox=-110.12,38.98,-110.08,39.02&width=2048&height=2048&format=image/png HTTP/1.1\r\n",
                "");
        findings.count("dawdlers", "slow reader", 0);
        return socket;
    }

    private void send(Socket socket, String line, String headers) throws IOException {
        String head = line + "Host: " + URI.create(target.url()).getAuthority() + "\r\n"
                + target.authorization()
                        .map(who -> "Authorization: " + who + "\r\n")
                        .orElse("") + headers + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private void ask() {
        Answer answer = target.get("/wps?service=WPS&request=GetCapabilities");
        findings.count(NAME, answer.outcome(), answer.nanos());
        if (answer.status() != 200 || answer.nanos() > SOON_NANOS) {
            findings.violation(new Violation(
                    NAME,
                    0,
                    String.format(Locale.ROOT, "status %d after %.1f s", answer.status(), answer.nanos() / 1e9),
                    answer.request()));
        }
    }
}
