/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.util.List;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Valid requests of all kinds, for damaging them; none of them changes a layer or a model. Stateless. */
final class ValidRequests {
    static final String REGION = "POLYGON((-110.11 38.99, -110.09 38.99, -110.09 39.01, -110.11 39.01, -110.11 38.99))";

    private ValidRequests() {}

    /** An execution of a process that the dice choose. */
    static Execute execute(Target target, Mutator dice) {
        return switch (dice.random().nextInt(7)) {
            case 0 -> Execute.estimate(target).input("region", REGION).input("confidence", "0.9");
            case 1 -> new Execute("deepsalt:DescribeModel").input("model", target.model());
            case 2 -> new Execute("deepsalt:ListModels");
            case 3 ->
                new Execute("deepsalt:SpectralProfile")
                        .input("enmap", "sample:enmap")
                        .input("point", "-110.1 39.0")
                        .input("point", "POINT(-110.101 39.001)");
            case 4 -> new Execute("deepsalt:SalinityStatistics").input("ece", "sample:ece_truth");
            case 5 ->
                new Execute("deepsalt:ImportEnmapScene")
                        .input("product", "none.zip")
                        .input("layer", "deepsalt:none");
            default -> Execute.training("none", 1).input("target", "nothing");
        };
    }

    /** The output of such an execution that its answer shall carry. */
    static String document(Execute execute) {
        return execute.document();
    }

    /** Key-value pairs of a WMS request, names and values in turn and not encoded. */
    static List<String[]> map(Mutator dice) {
        return switch (dice.random().nextInt(4)) {
            case 0 -> pairs("version", "1.3.0", "request", "GetCapabilities");
            case 1 ->
                pairs(
                        "version",
                        "1.1.1",
                        "request",
                        "GetMap",
                        "layers",
                        "sample:soil,sample:ece_truth",
                        "styles",
                        "",
                        "srs",
                        "EPSG:4326",
                        "bbox",
                        "-110.12,38.98,-110.08,39.02",
                        "width",
                        "128",
                        "height",
                        "128",
                        "format",
                        "image/png",
                        "transparent",
                        "true",
                        "bgcolor",
                        "0xFFFFFF");
            case 2 ->
                pairs(
                        "version",
                        "1.3.0",
                        "request",
                        "GetFeatureInfo",
                        "layers",
                        "sample:ece_truth",
                        "query_layers",
                        "sample:ece_truth",
                        "styles",
                        "",
                        "crs",
                        "EPSG:3857",
                        "bbox",
                        "-12258000,4720000,-12254000,4724000",
                        "width",
                        "101",
                        "height",
                        "101",
                        "i",
                        "50",
                        "j",
                        "50",
                        "info_format",
                        "application/json",
                        "feature_count",
                        "5");
            default ->
                pairs(
                        "version",
                        "1.3.0",
                        "request",
                        "GetLegendGraphic",
                        "layer",
                        "sample:ece_truth",
                        "format",
                        "image/png",
                        "width",
                        "20",
                        "height",
                        "20",
                        "style",
                        "",
                        "legend_options",
                        "dpi:90");
        };
    }

    private static List<String[]> pairs(String... namesAndValues) {
        java.util.ArrayList<String[]> pairs = new java.util.ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(new String[] {namesAndValues[i], namesAndValues[i + 1]});
        }
        return pairs;
    }
}
