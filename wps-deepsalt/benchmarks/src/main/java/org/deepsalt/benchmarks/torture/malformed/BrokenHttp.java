/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.RawConnection;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Requests that are no HTTP, or HTTP that two readers understand in two ways. */
final class BrokenHttp implements MalformedInput {
    @Override
    public String name() {
        return "broken HTTP";
    }

    @Override
    public Answer send(Target target, Mutator dice) throws IOException {
        String host = "Host: " + URI.create(target.url()).getAuthority() + "\r\n";
        String get = "GET /geoserver/wps?service=WPS&request=GetCapabilities HTTP/1.1\r\n";
        String post = "POST /geoserver/wps HTTP/1.1\r\n" + host + "Content-Type: text/xml\r\n";
        String end = "Connection: close\r\n\r\n";
        String text =
                switch (dice.random().nextInt(16)) {
                    case 0 -> get + end;
                    case 1 -> get + host + host + end;
                    case 2 -> get + host + "X-A: " + "a".repeat(100_000) + "\r\n" + end;
                    case 3 -> get + host + "X-A: a\r\n".repeat(5000) + end;
                    case 4 -> post + "Content-Length: 10\r\nTransfer-Encoding: chunked\r\n" + end + "0\r\n\r\n";
                    case 5 -> post + "Content-Length: 10\r\nContent-Length: 12\r\n" + end + "<a/>";
                    case 6 -> post + "Content-Length: -1\r\n" + end;
                    case 7 -> post + "Content-Length: 99999999999999999999\r\n" + end;
                    case 8 -> post + "Transfer-Encoding: chunked\r\n" + end + "FFFFFFFFFFFFFFFF\r\n<a/>";
                    case 9 -> post + "Transfer-Encoding: chunked\r\n" + end + "zz\r\n<a/>";
                    case 10 -> post + "Content-Length: 1000\r\n" + end + "<a/>";
                    case 11 -> "GET http://localhost:1/geoserver/wps HTTP/1.1\r\n" + host + end;
                    case 12 -> "\u0016\u0003\u0001\u0002" + get;
                    case 13 -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
                    case 14 -> get.replace("HTTP/1.1", "HTTP/9.9") + host + end;
                    default -> post + "Expect: 100-continue\r\nContent-Length: 4\r\n" + end + "<a/>";
                };
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return RawConnection.send(target, dice.random().nextInt(3) == 0 ? dice.binary(bytes) : bytes);
    }
}
