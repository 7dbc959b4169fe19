/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.deepsalt.batch.run.WorkerLoop;
import org.deepsalt.demohost.Settings;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A process of 'batch', which starts it. */
@Command(
        name = "batch-worker",
        hidden = true,
        description = "Estimates the scenes that 'batch' hands over on standard input.")
final class BatchWorkerCommand implements Callable<Integer> {
    @Option(names = "--threads", required = true, description = "Windows of a scene estimated at a time.")
    private int threads;

    @Override
    public Integer call() throws InterruptedException {
        PrintStream messages = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // What a library prints must not come between the messages.
        System.setOut(System.err);
        WorkerLoop loop = new WorkerLoop(messages);
        try (Interruption interruption = new Interruption(loop::stop)) {
            loop.run(System.in, settings());
        }
        return WorkerLoop.ASKED_TO_END;
    }

    private ProcessSettings settings() {
        ProcessLimits usual = ProcessLimits.defaults();
        // The windows that are estimated side by side keep the processors busy.
        return ProcessSettings.of(
                new ProcessLimits(threads, usual.maxPixels(), usual.maxTrainingPixels()),
                Settings.engine().withThreadsPerCall(1));
    }
}
