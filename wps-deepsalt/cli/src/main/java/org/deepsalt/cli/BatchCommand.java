/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.options.BatchOptions;
import org.deepsalt.batch.options.Outcome;
import org.deepsalt.batch.run.BatchRun;
import org.deepsalt.batch.run.Shard;
import org.deepsalt.batch.run.Survey;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.InvalidRequestException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "batch",
        description = {
            "Estimates many scenes, each exactly once; a repetition goes on where the last run ended.",
            "Results lie below --out in folders named after a hash of all that went in; manifest.jsonl says what became"
                    + " of each scene. The exit code is 0 if every scene has a result.",
            "Parameters of deepsalt:EstimateSalinity follow as NAME=VALUE, such as maxNdvi=0.3."
        })
final class BatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Mixin
    private BatchOptions options;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Scenes at a time, each in a process of its own; without it one per two processors, as"
                    + " far as the memory goes.")
    private int jobs = BatchSize.jobs();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only the scenes of machine I of N, counted from 0, as JOB_COMPLETION_INDEX is.")
    private String shard = "0/1";

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw new InvalidRequestException(List.of("--jobs is " + jobs + ", wanted 1 or more"));
        }
        Shard mine = Shard.parse(shard);
        BatchRequest request = options.request(this::modelFolder);
        BatchScreen screen = new BatchScreen(System.err, TerminalListener.isTerminal());
        BatchRun.Plan plan = new BatchRun.Plan(jobs, BatchSize.workerCommand(jobs), "worker" + mine.suffix());
        BatchRun run = new BatchRun(request, plan, screen);
        Outcome outcome;
        try (Interruption interruption = new Interruption(
                run::stop, "stopped; what is finished stays, and the same command goes on from there")) {
            Survey survey = new Survey(request, options.find(), mine, options.again(), Settings.processes());
            outcome = new Outcome(run.run(survey), survey.manifest());
        }
        outcome.print(spec.commandLine().getOut());
        return outcome.isComplete() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Path modelFolder(String model) {
        Path named = Path.of(model).toAbsolutePath().normalize();
        return Files.isDirectory(named)
                ? named
                : data.directory()
                        .resolve("deepsalt")
                        .resolve("models")
                        .resolve(model)
                        .toAbsolutePath()
                        .normalize();
    }
}
