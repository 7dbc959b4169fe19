/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.deepsalt.demohost.SampleModel;
import org.deepsalt.demohost.Server;
import org.deepsalt.demohost.wps.WpsSettings;
import org.deepsalt.model.InvalidRequestException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Serves WPS, WMS and a map page over a data directory, for trying and demonstrating; production is"
                    + " GeoServer.",
            "The first start trains the sample model and makes a map of the sample scene."
        })
final class ServeCommand implements Callable<Integer> {
    private static final long MOST_MEGABYTES = 1L << 30;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port, 0 for any free one; default ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = "localhost",
            description = "Address to listen at; default ${DEFAULT-VALUE}, which only this machine reaches.")
    private String address;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Name or number, without the port, under which other machines reach the host; wanted with"
                    + " --bind, several times if there are several.")
    private Set<String> hosts = Set.of();

    @Option(
            names = "--result-space",
            paramLabel = "MB",
            defaultValue = "" + WpsSettings.RESULT_MEGABYTES,
            description = "Megabytes of disk that results of executions may take until they are fetched; beyond, the"
                    + " oldest go. Default ${DEFAULT-VALUE}.")
    private long resultMegabytes;

    @Override
    public Integer call() throws InterruptedException {
        if (resultMegabytes < 1 || resultMegabytes > MOST_MEGABYTES) {
            throw new InvalidRequestException(
                    List.of("--result-space is " + resultMegabytes + ", wanted 1 to " + MOST_MEGABYTES));
        }
        PrintWriter out = spec.commandLine().getOut();
        TerminalListener listener = new TerminalListener(System.err, TerminalListener.isTerminal());
        try (Interruption interruption = new Interruption(() -> listener.setCanceled(true));
                Server server = new Server(data.directory())) {
            prepare(server, listener);
            String url = server.listen(address, port, hosts, resultMegabytes);
            out.println("Map:  " + url + "/www/deepsalt/");
            out.println("WPS:  " + url + "/wps?service=WPS&request=GetCapabilities");
            out.println("WMS:  " + url + "/wms?service=WMS&request=GetCapabilities");
            out.println("Stop with Ctrl-C.");
            out.flush();
            interruption.endsNormally(server::stopListening);
            server.join();
        }
        return ExitCode.OK;
    }

    private static void prepare(Server server, TerminalListener listener) {
        if (SampleModel.isMissing(server.layers())) {
            System.err.println("First start: training the sample model on the synthetic sample world, about a minute.");
            SampleModel.train(server.processes(), listener);
        }
        if (server.catalog().find(SampleModel.MAP).isEmpty()) {
            System.err.println("Estimating the salinity of the sample scene.");
            SampleModel.map(server.processes(), listener);
        }
    }
}
