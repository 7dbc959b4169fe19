/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.deepsalt.model.DeepSaltException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running web server with OGC services. Thread-safe. Closing it lets requests in progress finish for a few seconds
 * and then interrupts them.
 */
public final class HttpHost implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(HttpHost.class);
    private static final int REQUEST_THREADS = 48;
    private static final int OWN_THREADS = 6;
    private static final int MOST_CONNECTIONS = 512;
    private static final long IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 5_000;
    private static final long CLOSE_MILLIS = 50;
    private static final int HEADER_BYTES = 32 << 10;

    private final Server server;
    private final String url;

    private HttpHost(Server server, String url) {
        this.server = server;
        this.url = url;
    }

    /**
     * Starts a host.
     *
     * @param name name or number of the address to listen at; {@code localhost} is reachable from this machine alone
     * @param port 0 for any free one
     * @param hosts further names under which clients reach the host; an address that other machines reach needs one, or
     *     pages of anybody could reach it by a name that they let point to it
     * @param folders of which no answer tells where they are
     * @throws DeepSaltException if it cannot listen at the address
     */
    public static HttpHost start(
            String name, int port, Set<String> hosts, List<OwsService> services, List<Path> folders) {
        InetSocketAddress address = new InetSocketAddress(name, port);
        if (address.isUnresolved()) {
            throw new DeepSaltException("there is no address '" + name + "' to listen at");
        }
        boolean ownMachineOnly = address.getAddress().isLoopbackAddress();
        if (!ownMachineOnly && hosts.isEmpty()) {
            throw new DeepSaltException("'" + name + "' is an address that other machines reach, and no name is given"
                    + " under which they shall: add --host with the name or number that clients type");
        }
        Server server = new Server(new QueuedThreadPool(REQUEST_THREADS + OWN_THREADS, OWN_THREADS));
        ServerConnector connector = connector(server, address);
        RequestHandler handler =
                new RequestHandler(new Origins(hosts), new Dispatcher(services), new InnerPaths(folders));
        server.setHandler(new GracefulHandler(handler));
        server.setErrorHandler(new PlainErrors());
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setStopTimeout(STOP_MILLIS);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new DeepSaltException(
                    "the host cannot listen at " + name + ", port " + port + ": "
                            + (e instanceof IOException ? e.getMessage() : e),
                    e);
        }
        String shown = ownMachineOnly ? "localhost" : nameOf(address.getAddress());
        return new HttpHost(server, "http://" + shown + ":" + connector.getLocalPort() + "/geoserver");
    }

    private static ServerConnector connector(Server server, InetSocketAddress address) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(CLOSE_MILLIS);
        server.addConnector(connector);
        return connector;
    }

    private static String nameOf(InetAddress address) {
        String name = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return name.contains(":") ? "[" + name + "]" : name;
    }

    /** Address of the services on this machine, such as {@code http://localhost:8080/geoserver}. */
    public String url() {
        return url;
    }

    /** Waits until the host is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOGGER.warn("the host did not stop cleanly", e);
        }
    }
}
