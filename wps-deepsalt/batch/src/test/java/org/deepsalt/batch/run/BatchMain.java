/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A batch's process: folder of results, folder of scenes; model and covariates lie where the world puts them. */
final class BatchMain {
    private BatchMain() {}

    public static void main(String[] arguments) throws IOException {
        Path scenes = Path.of(arguments[1]);
        Path made = scenes.resolveSibling("");
        List<String> covariates = Stream.of("soil.tif", "climate.tif")
                .map(name -> made.resolve("world1/covariates").resolve(name).toString())
                .toList();
        BatchRunTest.run(Path.of(arguments[0]), scenes, made.resolve("models/quick"), covariates);
    }
}
