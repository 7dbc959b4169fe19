/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
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
    private static final int OWN_THREADS = 6;
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
     * @throws DeepSaltException if it cannot listen at the address
     */
    public static HttpHost start(HostSettings settings, List<OwsService> services) {
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.port());
        if (address.isUnresolved()) {
            throw new DeepSaltException("there is no address '" + settings.address() + "' to listen at");
        }
        boolean ownMachineOnly = address.getAddress().isLoopbackAddress();
        Server server = new Server(new QueuedThreadPool(settings.threads() + OWN_THREADS, OWN_THREADS));
        ServerConnector connector = connector(server, address);
        Origins origins = new Origins(settings, ownMachineOnly);
        server.setHandler(new GracefulHandler(new RequestHandler(settings, origins, new Dispatcher(services))));
        server.setStopTimeout(STOP_MILLIS);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new DeepSaltException(
                    "the host cannot listen at " + settings.address() + ", port " + settings.port() + ": "
                            + (e instanceof IOException ? e.getMessage() : e),
                    e);
        }
        String name = ownMachineOnly ? "localhost" : nameOf(address.getAddress());
        return new HttpHost(server, "http://" + name + ":" + connector.getLocalPort() + "/geoserver");
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
