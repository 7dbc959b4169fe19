/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.options.BatchOptions;
import org.deepsalt.batch.options.Outcome;
import org.deepsalt.batch.run.Shard;
import org.deepsalt.batch.run.Survey;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.report.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The driver: {@code spark-submit --class org.deepsalt.spark.SparkBatch deepsalt-spark.jar} with the options of {@code
 * ./deepsalt batch}. Scenes, model, covariates and results lie in folders that driver and executors see under the same
 * paths.
 */
@Command(
        name = "deepsalt-spark",
        mixinStandardHelpOptions = true,
        versionProvider = SparkBatch.Versions.class,
        description = {
            "Estimates many scenes on a Spark cluster, each exactly once; a repetition goes on where the last run"
                    + " ended.",
            "All paths must be the same on the driver and on the executors."
        })
public final class SparkBatch implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BatchOptions options;

    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.text()};
        }
    }

    /** Runs a batch; the exit code is 0 if every scene has a result. */
    public static void main(String[] arguments) {
        int code = run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments);
        if (code != 0) {
            // On a cluster the exit code of the driver is what a scheduler sees; after success Spark ends by itself.
            System.exit(code);
        }
    }

    static int run(PrintWriter out, String... arguments) {
        CommandLine line = new CommandLine(new SparkBatch()).setOut(out).setErr(out);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof DeepSaltException)) {
                throw failure;
            }
            out.println(failure.getMessage());
            return FAILED;
        });
        line.setParameterExceptionHandler((failure, rejected) -> {
            out.println(failure.getMessage());
            failure.getCommandLine().usage(out);
            return USAGE;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        BatchRequest request =
                options.request(model -> Path.of(model).toAbsolutePath().normalize());
        Survey survey = new Survey(request, options.find(), Shard.WHOLE, options.again(), ExecutorSettings.ofDriver());
        List<SceneSource> todo = survey.todo();
        try {
            if (!todo.isEmpty()) {
                compute(request, survey, todo);
            }
        } finally {
            survey.finish();
        }
        Outcome outcome = new Outcome(survey.finish(), survey.manifest());
        outcome.print(spec.commandLine().getOut());
        return outcome.isComplete() ? 0 : FAILED;
    }

    /** A scene is a task; Spark gives tasks out in their order, so the largest scene is the first. */
    private static void compute(BatchRequest request, Survey survey, List<SceneSource> todo) {
        Map<String, SceneSource> waiting = new HashMap<>();
        todo.forEach(scene -> waiting.put(scene.fingerprint(), scene));
        SceneTask task = new SceneTask(SceneTask.text(request), survey.batch());
        try (JavaSparkContext spark =
                new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "DeepSalt"))) {
            List<String> scenes = todo.stream().map(SceneTask::text).toList();
            Iterator<String> answers = spark.parallelize(scenes, scenes.size())
                    .map(task::run)
                    .collect()
                    .iterator();
            while (answers.hasNext()) {
                SceneTask.Answer answer = SceneTask.read(answers.next(), SceneTask.Answer.class);
                JobRecord record = answer.record();
                survey.put(Objects.requireNonNull(waiting.get(answer.fingerprint())), record);
            }
        } catch (UncheckedIOException e) {
            throw new DeepSaltException("an answer of an executor cannot be read: " + e.getMessage(), e);
        }
    }
}
