/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;

/**
 * Something that changes a data directory, in the middle of which a host may be killed.
 *
 * @param name in the figures
 * @param model with which it estimates
 * @param layers that it makes or replaces
 * @param results fingerprints of what it makes, as undisturbed runs have shown them
 * @param requests document for a number, by which old and new states differ
 */
record Deed(String name, String model, Set<String> layers, Set<String> results, LongFunction<String> requests) {
    private static final String[] CONFIDENCES = {"0.9", "0.8"};

    static List<Deed> all(String model) {
        Target named = new Target("http://localhost/geoserver", null, null, model);
        return List.of(
                layer("estimate", model, "deepsalt:kill_map", number -> Execute.estimate(named)
                        .input("confidence", confidence(number))
                        .input("layer", "deepsalt:kill_map")
                        .input("overwrite", "true")
                        .document("published")),
                layer("import", model, "deepsalt:kill_scene", number -> new Execute("deepsalt:ImportEnmapScene")
                        .input("product", "product")
                        .input("layer", "deepsalt:kill_scene")
                        .input("overwrite", "true")
                        .document("published")),
                new Deed("training", model, Set.of(), ConcurrentHashMap.newKeySet(), number -> Execute.training(
                                "kill-model", number % 2)
                        .document("id")),
                new Deed(
                        "estimate without a layer",
                        model,
                        Set.of(),
                        ConcurrentHashMap.newKeySet(),
                        number -> Execute.estimate(named).document("report")));
    }

    private static Deed layer(String name, String model, String layer, LongFunction<String> requests) {
        return new Deed(name, model, Set.of(layer), ConcurrentHashMap.newKeySet(), requests);
    }

    private static String confidence(long number) {
        return CONFIDENCES[(int) (number % 2)];
    }

    String request(long number) {
        return requests.apply(number);
    }

    boolean mayBe(String fingerprint) {
        return results.contains(fingerprint);
    }
}
