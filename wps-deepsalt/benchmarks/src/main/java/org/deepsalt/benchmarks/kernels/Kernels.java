/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import org.deepsalt.model.DeepSaltException;
import org.deepsalt.standalone.cli.ExitCode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all kernels. */
public final class Kernels {
    private Kernels() {}

    /** Runs them and prints what JMH prints. */
    public static int run() {
        String here = Kernels.class.getPackageName().replace(".", "\\.") + "\\..*";
        try {
            new Runner(new OptionsBuilder().include(here).build()).run();
            return ExitCode.OK;
        } catch (RunnerException e) {
            throw new DeepSaltException("the kernels cannot be measured: " + e.getMessage(), e);
        }
    }
}
