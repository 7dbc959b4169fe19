/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Requests byte by byte, which no proper client would send. Stateless, thread-safe. */
public final class RawConnection {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SHOWN = 2000;
    private static final int HEAD = 64 << 10;

    private RawConnection() {}

    /** Opens a connection to a host. */
    public static Socket open(Target target) throws IOException {
        URI address = URI.create(target.url());
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** A GET of a path that is sent as it stands, with the headers of a proper request. */
    public static Answer get(Target target, String path) throws IOException {
        URI address = URI.create(target.url());
        String head = "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + target.authorization().map(who -> "\r\nAuthorization: " + who).orElse("")
                + "\r\nConnection: close\r\n\r\n";
        return send(target, head.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes and reads until the host closes the connection. */
    public static Answer send(Target target, byte[] bytes) throws IOException {
        String shown = new String(bytes, 0, Math.min(SHOWN, bytes.length), StandardCharsets.ISO_8859_1);
        long start = System.nanoTime();
        try (Socket socket = open(target)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try {
                OutputStream out = socket.getOutputStream();
                out.write(bytes);
                out.flush();
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                in.transferTo(all);
            } catch (SocketTimeoutException e) {
                return new Answer(Answer.NONE, "", new byte[0], System.nanoTime() - start, shown);
            } catch (IOException e) {
                // A host may close the connection of a request that it does not want to read to its end.
            }
            return parse(all.toByteArray(), System.nanoTime() - start, shown);
        }
    }

    private static Answer parse(byte[] all, long nanos, String request) {
        String head = new String(all, 0, Math.min(HEAD, all.length), StandardCharsets.ISO_8859_1);
        if (!head.startsWith("HTTP/1.") || head.length() < 12) {
            return new Answer(Answer.CLOSED, "", all, nanos, request);
        }
        int end = head.indexOf("\r\n\r\n");
        int status = Integer.parseInt(head.substring(9, 12));
        List<String> lines = head.substring(0, Math.max(0, end)).lines().toList();
        byte[] body = end < 0 ? new byte[0] : Arrays.copyOfRange(all, end + 4, all.length);
        // After what was no request another one may have followed, with an answer of its own.
        String length = header(lines, "Content-Length:");
        if (length.matches("\\d{1,9}") && Integer.parseInt(length) < body.length) {
            body = Arrays.copyOf(body, Integer.parseInt(length));
        }
        return new Answer(status, header(lines, "Content-Type:"), body, nanos, request);
    }

    private static String header(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }
}
