/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deepsalt.demohost.SampleModel;
import org.deepsalt.demohost.Server;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.model.files.Folders;

/**
 * The host that the contract tests talk to, over HTTP alone: a server in this JVM over a copy of the project's data
 * directory, or a GeoServer with the same layers given by {@code -Ddeepsalt.url=http://host:port/geoserver}, with
 * {@code
 * -Ddeepsalt.user} and {@code -Ddeepsalt.password} of an administrator, and with {@code -Ddeepsalt.data} if its data
 * directory can be seen from here. It has a model that a few passes over the sample world made, trained through its own
 * WPS.
 */
final class ContractHost {
    /** Of its own for each JVM that tests: several share a server that is given. */
    static final String MODEL =
            isGiven() ? "contract-" + ProcessHandle.current().pid() : "contract";

    /** Inputs of a training that ends soon. */
    static final String[] FEW_EPOCHS = {
        "unlabelled=500",
        "laboratoryEpochs=1",
        "satelliteEpochs=1",
        "alignmentEpochs=2",
        "teacherEpochs=5",
        "studentEpochs=5",
        "overwrite=true"
    };

    private static final Set<String> TO_REMOVE = ConcurrentHashMap.newKeySet();

    static final List<String> COVARIATES = SampleModel.COVARIATES;

    private static ContractHost shared;

    private final String url;
    private final Path data;

    private ContractHost(String url, Path data) {
        this.url = url;
        this.data = data;
    }

    /** Started by the first test that asks, ended with the JVM. */
    static synchronized ContractHost shared() {
        if (shared == null) {
            String given = System.getProperty("deepsalt.url");
            String data = System.getProperty("deepsalt.data");
            shared = given == null ? start() : new ContractHost(given, data == null ? null : Path.of(data));
            shared.train();
            if (given != null) {
                Runtime.getRuntime().addShutdownHook(new Thread(shared::cleanUp));
            }
        }
        return shared;
    }

    private static ContractHost start() {
        try {
            Path data = ShippedData.withSampleWorld(Files.createTempDirectory("deepsalt-contract-"));
            Server server = new Server(data);
            String url = server.listen("127.0.0.1", 0, Set.of());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
            return new ContractHost(url, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Server server, Path data) {
        server.close();
        try {
            Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of the services, ending in {@code /geoserver}. */
    String url() {
        return url;
    }

    /** The data directory; null where it cannot be seen. */
    Path data() {
        return data;
    }

    /** Whether the tests talk to a server that they did not start. */
    static boolean isGiven() {
        return System.getProperty("deepsalt.url") != null;
    }

    /** The name of a layer that a test publishes into workspace deepsalt, and that is removed in the end. */
    static String layer(String name) {
        TO_REMOVE.add(name);
        return name;
    }

    /** Removes the model and the layers of the tests from a server that goes on. */
    private void cleanUp() {
        WpsClient client = new WpsClient(url);
        for (String layer : TO_REMOVE) {
            client.delete(url + "/rest/workspaces/deepsalt/coveragestores/" + layer + "?recurse=true&purge=all");
        }
        client.delete(url + "/rest/resource/deepsalt/models/" + MODEL);
    }

    /** By the request of the documentation, for fewer epochs than it asks for. */
    private void train() {
        WpsClient client = new WpsClient(url);
        try {
            String request = Guide.with(Guide.request("train.xml"), FEW_EPOCHS);
            String response =
                    client.await(WpsClient.statusLocation(client.post(request).body()));
            assertThat(response).contains("ProcessSucceeded").contains(">" + MODEL + "<");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
