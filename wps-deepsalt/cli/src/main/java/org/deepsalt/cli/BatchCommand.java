/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;
import org.deepsalt.batch.run.BatchRun;
import org.deepsalt.batch.run.Shard;
import org.deepsalt.batch.scene.SceneFinder;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.InvalidRequestException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Option(
            names = "--scenes",
            arity = "1..*",
            required = true,
            paramLabel = "PATH",
            description = "Folders with products or archives, archives, images, lists (.txt) of these, patterns in"
                    + " quotes.")
    private List<String> scenes = List.of();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "Folder of a trained model, or the id of one in the data directory.")
    private String model = "";

    @Option(
            names = "--covariate",
            paramLabel = "NAME=FILE",
            description = "Covariate of the model: a file, a number, or a file alone for all its bands; several times.")
    private List<String> covariates = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of results, made if needed.")
    private Path out;

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

    @Option(names = "--again", description = "Tries scenes once more that have ended a process twice.")
    private boolean again;

    @Parameters(arity = "0..*", paramLabel = "NAME=VALUE", description = "parameters of deepsalt:EstimateSalinity")
    private List<String> parameters = List.of();

    @Override
    public Integer call() {
        if (jobs < 1) {
            throw new InvalidRequestException(List.of("--jobs is " + jobs + ", wanted 1 or more"));
        }
        Shard mine = Shard.parse(shard);
        Path folder = out.toAbsolutePath().normalize();
        BatchRequest request = new BatchRequest(modelFolder(), covariates, Assignments.parse(parameters), folder);
        List<SceneSource> found = SceneFinder.find(scenes, folder);
        BatchScreen screen = new BatchScreen(System.err, TerminalListener.isTerminal());
        BatchRun run =
                new BatchRun(request, new BatchRun.Plan(jobs, BatchSize.workerCommand(jobs), mine, again), screen);
        List<JobRecord> records;
        try (Interruption interruption = new Interruption(
                run::stop, "stopped; what is finished stays, and the same command goes on from there")) {
            records = run.run(found, Settings.processes());
        }
        report(records, run.manifest());
        return records.stream().allMatch(record -> record.status() == JobStatus.DONE) ? ExitCode.OK : ExitCode.FAILED;
    }

    private Path modelFolder() {
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

    private void report(List<JobRecord> records, Path manifest) {
        PrintWriter print = spec.commandLine().getOut();
        List<String> counts = new ArrayList<>();
        for (JobStatus status : JobStatus.values()) {
            long count =
                    records.stream().filter(record -> record.status() == status).count();
            if (count > 0 || status == JobStatus.DONE) {
                counts.add(count + " "
                        + status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
            }
        }
        long computed = records.stream().filter(JobRecord::computed).count();
        print.println("scenes: " + records.size() + ", " + String.join(", ", counts) + "; computed now: " + computed);
        records.stream()
                .filter(record -> record.status() != JobStatus.DONE && record.status() != JobStatus.PENDING)
                .forEach(record -> print.println(record.scene() + ": " + record.reason()));
        print.println("manifest: " + manifest);
    }
}
