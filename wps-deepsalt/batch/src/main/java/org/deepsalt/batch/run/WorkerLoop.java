/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.SceneJob;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.job.Engine;
import org.deepsalt.processes.job.ProcessSettings;
import org.geotools.data.util.DefaultProgressListener;

/**
 * What a worker's process does: reads orders, works them off one by one, writes messages. It ends when its input ends:
 * in the middle of a scene this cancels the scene, so that a batch that is killed leaves no worker behind.
 */
public final class WorkerLoop {
    /** Exit code of a worker's process that ends because it was asked to, not because of its scene. */
    public static final int ASKED_TO_END = 3;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NEWS_NANOS = 200_000_000L;

    private final BlockingQueue<WorkerOrder> orders = new ArrayBlockingQueue<>(1);
    private final DefaultProgressListener listener = new Listener();
    private final PrintStream out;

    /** @param out receives messages, one per line */
    public WorkerLoop(PrintStream out) {
        this.out = out;
    }

    private final class Listener extends DefaultProgressListener {
        private long said;

        @Override
        public void progress(float percent) {
            super.progress(percent);
            long now = System.nanoTime();
            if (now - said > NEWS_NANOS) {
                said = now;
                say(new WorkerMessage(null, percent / 100.0, null));
            }
        }
    }

    /** Ends the scene that is computed, as the end of the input does. May be called from any thread. */
    public void stop() {
        listener.setCanceled(true);
    }

    /** Works until the input ends. */
    public void run(InputStream in, ProcessSettings settings) throws InterruptedException {
        Thread reader = new Thread(() -> read(in), "orders");
        reader.setDaemon(true);
        reader.start();
        // Several processes may do so at once: whoever unpacks the native library locks the folder that it goes to.
        Engine.start(settings.engine(), Progress.SILENT);
        WorkerOrder first = orders.take();
        if (first.isEnd()) {
            return;
        }
        SceneJob job =
                new SceneJob(Objects.requireNonNull(first.request()), Objects.requireNonNull(first.batch()), settings);
        say(new WorkerMessage(true, null, null));
        for (WorkerOrder order = orders.take(); !order.isEnd(); order = orders.take()) {
            SceneSource scene = Objects.requireNonNull(order.scene());
            try {
                JobRecord record = job.run(scene, listener);
                say(new WorkerMessage(null, null, record));
            } catch (CancelledException e) {
                return;
            }
        }
    }

    private void read(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                orders.put(JSON.readValue(line, WorkerOrder.class));
            }
        } catch (IOException e) {
            // Whoever gave the orders is gone, which is the end too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
        // The queue may be full with an order that nobody is going to take.
        orders.clear();
        orders.add(WorkerOrder.END);
    }

    private synchronized void say(WorkerMessage message) {
        try {
            out.println(JSON.writeValueAsString(message));
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("a message cannot be written as JSON", e);
        }
    }
}
