/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/** Runs commands in processes of their own, one at a time, and measures them. May be stopped from another thread. */
public final class Commands {
    private static final long POLL_MILLIS = 20;
    private static final String JAVA_OPTIONS = "JAVA_TOOL_OPTIONS";
    private static final String PEAK = "VmHWM:";

    private final Path folder;
    private volatile boolean stopped;
    private volatile @Nullable Process running;

    /** @param folder for what commands say */
    public Commands(Path folder) {
        this.folder = folder;
    }

    /**
     * Time and memory that a command took.
     *
     * @param seconds from its start to its end
     * @param peakBytes largest resident memory of the process, where the system tells
     */
    public record Cost(double seconds, OptionalLong peakBytes) {}

    /** Whether a program is on the path. */
    public static boolean isInstalled(String program) {
        String path = System.getenv("PATH");
        return path != null
                && List.of(path.split(File.pathSeparator)).stream()
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Ends the command that runs, and keeps others from starting. */
    public void stop() {
        stopped = true;
        Process process = running;
        if (process != null) {
            process.destroy();
        }
    }

    /**
     * Does nothing unless the work was stopped.
     *
     * @throws CancelledException if it was
     */
    public void requireGoingOn() {
        if (stopped) {
            throw new CancelledException();
        }
    }

    /**
     * Runs a command to its end; what it prints goes nowhere.
     *
     * @throws DeepSaltException with what it wrote to standard error if it fails
     */
    public Cost run(List<String> command) {
        return run(command, List.of());
    }

    /** The same with options for each Java that it starts. */
    public Cost run(List<String> command, List<String> javaOptions) {
        requireGoingOn();
        Path words = folder.resolve("stderr.txt");
        try {
            long start = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(words.toFile());
            if (!javaOptions.isEmpty()) {
                builder.environment()
                        .merge(JAVA_OPTIONS, String.join(" ", javaOptions), (own, more) -> own + " " + more);
            }
            Process process = builder.start();
            running = process;
            OptionalLong peak = OptionalLong.empty();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                requireGoingOn();
                OptionalLong now = peakMemory(process.pid());
                peak = now.isPresent() ? now : peak;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            requireGoingOn();
            if (process.exitValue() != 0) {
                throw new DeepSaltException(command.get(0) + " failed with exit code " + process.exitValue() + ": "
                        + Files.readString(words).strip());
            }
            return new Cost(seconds, peak);
        } catch (IOException e) {
            throw new DeepSaltException(command.get(0) + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            end();
        }
    }

    /**
     * Waits for a command that has been asked to stop, so that it writes nothing into a folder that is being deleted.
     */
    private void end() {
        Process process = running;
        running = null;
        if (process != null && process.isAlive()) {
            process.destroy();
            process.onExit().join();
        }
    }

    /** Linux keeps the largest resident size of every process; elsewhere it is not known. */
    private static OptionalLong peakMemory(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(PEAK)) {
                    String kibibytes =
                            line.substring(PEAK.length()).replace("kB", "").strip();
                    return OptionalLong.of(1024 * Long.parseLong(kibibytes));
                }
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
