/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobRecordBuilder;
import org.deepsalt.batch.job.JobStatus;

/** Speaks as a worker does, and computes nothing. */
final class ToyWorker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ABORTED = 134;

    private ToyWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        orders.readLine();
        say(new WorkerMessage(true, null, null));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String name = JSON.readValue(line, WorkerOrder.class).scene().name();
            say(new WorkerMessage(null, 0.5, null));
            if (name.equals("crash")) {
                Runtime.getRuntime().halt(ABORTED);
            } else if (name.startsWith("endless")) {
                orders.readLine();
                System.exit(WorkerLoop.ASKED_TO_END);
            } else if (name.equals("interrupted-once") && isFirstTime(Path.of(arguments[0], "interrupted"))) {
                System.exit(WorkerLoop.ASKED_TO_END);
            }
            say(new WorkerMessage(null, null, done(name)));
        }
    }

    private static boolean isFirstTime(Path mark) throws IOException {
        if (Files.exists(mark)) {
            return false;
        }
        Files.createFile(mark);
        return true;
    }

    private static JobRecord done(String name) {
        return JobRecordBuilder.builder()
                .scene(name)
                .status(JobStatus.DONE)
                .model("toy")
                .hectares(Map.of())
                .computed(true)
                .build();
    }

    private static void say(WorkerMessage message) throws IOException {
        System.out.println(JSON.writeValueAsString(message));
        System.out.flush();
    }
}
