/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsRequestBuilder;
import org.deepsalt.demohost.wps.WpsService;
import org.deepsalt.demohost.wps.WpsSettings;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.world.damage.Mutator;

/** Requests of WPS, damaged. */
final class WpsReadings implements AutoCloseable {
    private final ProcessRegistry processes;
    private final WpsService wps;

    /** Starts a service that has no layers, with a folder for its results. */
    WpsReadings(Path home) throws IOException {
        ProcessSettings settings = ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());
        this.processes = new ProcessRegistry(Paths.noLayers(), settings);
        WpsSettings.Bounds bounds = new WpsSettings.Bounds(1, Duration.ofSeconds(10));
        this.wps = new WpsService(
                processes, new WpsSettings(home, bounds, bounds, 5, Duration.ofSeconds(1), 1 << 30), outputs -> {});
    }

    /** Readers by name. */
    Map<String, Reading> all() {
        return Map.of("WPS XML", this::wpsXml, "WPS key-value pairs", this::wpsKvp);
    }

    private void wpsXml(Mutator mutator, Path folder) {
        String execute = """
                <wps:Execute version="1.0.0" service="WPS" xmlns:wps="http://www.opengis.net/wps/1.0.0"
                  xmlns:ows="http://www.opengis.net/ows/1.1">
                <ows:Identifier>deepsalt:EstimateSalinity</ows:Identifier><wps:DataInputs>
                <wps:Input><ows:Identifier>enmap</ows:Identifier><wps:Data>
                <wps:LiteralData>sample:enmap</wps:LiteralData></wps:Data></wps:Input>
                <wps:Input><ows:Identifier>covariate</ows:Identifier><wps:Data>
                <wps:LiteralData>sand=30</wps:LiteralData></wps:Data></wps:Input>
                <wps:Input><ows:Identifier>region</ows:Identifier><wps:Data><wps:ComplexData mimeType="application/wkt">
                POLYGON((-110.1 39.0, -110.0 39.0, -110.0 39.1, -110.1 39.0))</wps:ComplexData></wps:Data></wps:Input>
                <wps:Input><ows:Identifier>confidence</ows:Identifier><wps:Data><wps:LiteralData>0.9</wps:LiteralData>
                </wps:Data></wps:Input></wps:DataInputs><wps:ResponseForm>
                <wps:RawDataOutput mimeType="application/json">
                <ows:Identifier>report</ows:Identifier></wps:RawDataOutput>
                </wps:ResponseForm></wps:Execute>
                """;
        if (mutator.random().nextBoolean()) {
            execute = execute.replaceFirst(
                    "POLYGON.*?\\)\\)",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[-110.1,39],[-110,39],[-110,39.1],[-110.1,39]]]}");
        }
        byte[] body = mutator.text(execute.getBytes(StandardCharsets.UTF_8));
        answer(OwsRequestBuilder.builder()
                .method("POST")
                .endpoint("wps")
                .workspace(null)
                .parameters(Map.of())
                .contentType("text/xml")
                .body(body)
                .baseUrl("http://localhost/geoserver")
                .asker("")
                .build());
    }

    private void wpsKvp(Mutator mutator, Path folder) {
        String[] pairs = {
            "service=WPS",
            "version=1.0.0",
            "request=Execute",
            "identifier=deepsalt:SalinityStatistics",
            "DataInputs=ece=sample:ece;zones=sample:fields@mimeType=text/plain;zoneName=name%20of",
            "RawDataOutput=statistics@mimeType=application/json"
        };
        int at = mutator.random().nextInt(pairs.length);
        pairs[at] = new String(mutator.text(pairs[at].getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        Map<String, String> parameters = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            parameters.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        answer(OwsRequest.get("http://localhost/geoserver", "wps", parameters));
    }

    /** What the service throws later comes as it is. */
    private void answer(OwsRequest request) {
        try {
            wps.handle(request).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        wps.close();
        processes.close();
    }
}
