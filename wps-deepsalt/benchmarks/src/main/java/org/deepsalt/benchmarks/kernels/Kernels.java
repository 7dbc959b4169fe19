/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.Folders;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks of this package. */
public final class Kernels {
    private Kernels() {}

    /**
     * Runs all benchmarks; JMH prints their results.
     *
     * @param folder for the files that they read and write; deleted when this JVM ends, since an interrupted JMH has no
     *     time for it
     */
    public static int run(Path folder) {
        String here = Kernels.class.getPackageName().replace(".", "\\.") + "\\..*";
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        try {
            new Runner(new OptionsBuilder()
                            .include(here)
                            .jvmArgsAppend("-Djava.io.tmpdir=" + folder)
                            .build())
                    .run();
            return ExitCode.OK;
        } catch (RunnerException e) {
            throw new DeepSaltException("the kernels cannot be measured: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try {
            if (Files.exists(folder)) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            System.err.println("'" + folder + "' cannot be deleted: " + e.getMessage());
        }
    }
}
