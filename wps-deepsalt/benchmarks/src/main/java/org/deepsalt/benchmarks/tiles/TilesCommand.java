/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.tiles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.model.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deepsalt benchmark tiles}. */
@Command(
        name = "tiles",
        description = {
            "Measures how fast a WMS, of DeepSalt's small host or of a GeoServer, draws a layer in tiles of a web map,"
                    + " 256 x 256 pixels in EPSG:3857, from the zoom that shows all of it in one tile on.",
            "No tile is asked for twice: some first that do not count, then one after the other, then several at once."
        })
public final class TilesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--wms", paramLabel = "URL", required = true, description = "address of the WMS, without a query")
    private URI wms;

    @Option(names = "--layer", paramLabel = "NAME", required = true, description = "as the capabilities name it")
    private String layer;

    @Option(names = "--style", defaultValue = "", description = "of the pictures; default the layer's own")
    private String style;

    @Option(names = "--count", defaultValue = "200", description = "of tiles each time; default ${DEFAULT-VALUE}")
    private int count;

    @Option(names = "--at-once", defaultValue = "4", description = "clients the second time; default ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--json", description = "figures as JSON on standard output")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Problems problems = new Problems();
        if (!"http".equals(wms.getScheme()) && !"https".equals(wms.getScheme())) {
            problems.add("--wms is '" + wms + "', wanted an address that begins with http:// or https://");
        }
        if (count < 1) {
            problems.add("--count is " + count + ", wanted 1 or more");
        }
        if (clients < 1) {
            problems.add("--at-once is " + clients + ", wanted 1 or more");
        }
        problems.throwIfAny();
        TileBenchmark.Figures figures = new TileBenchmark(new WmsLayer(wms, layer, style), count, clients).run();
        spec.commandLine().getOut().println(json ? json(figures) : table(figures));
        return ExitCode.OK;
    }

    private String table(TileBenchmark.Figures figures) {
        return String.format(
                Locale.ROOT,
                "%s of %s, %d tiles of zooms %d to %d%nthe very first: %.0f ms%n%s%n%s",
                layer,
                wms,
                count,
                figures.lowestZoom(),
                figures.highestZoom(),
                figures.firstMillis(),
                line("one after the other", figures.alone()),
                line(clients + " at once", figures.together()));
    }

    private static String line(String how, TileBenchmark.Times times) {
        return String.format(
                Locale.ROOT,
                "%s: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms, %.0f tiles/s",
                how,
                times.percentile(50),
                times.percentile(95),
                times.percentile(100),
                times.perSecond());
    }

    private String json(TileBenchmark.Figures figures) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("wms", wms.toString()).put("layer", layer).put("count", count);
        root.put("lowestZoom", figures.lowestZoom()).put("highestZoom", figures.highestZoom());
        root.put("firstMillis", figures.firstMillis());
        put(root.putObject("oneAfterTheOther"), figures.alone());
        put(root.putObject("atOnce").put("clients", clients), figures.together());
        return root.toPrettyString();
    }

    private static void put(ObjectNode node, TileBenchmark.Times times) {
        node.put("medianMillis", times.percentile(50))
                .put("percentile95Millis", times.percentile(95))
                .put("longestMillis", times.percentile(100))
                .put("tilesPerSecond", times.perSecond());
    }
}
