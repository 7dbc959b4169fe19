/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;

/**
 * A demo host in a JVM of its own, with temporary files and a log of its own. It may be killed and started again. Not
 * thread-safe; its address and process id may be asked for from other threads.
 */
public final class HostProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern WPS = Pattern.compile("WPS: +(http\\S+)/wps\\?");
    private static final long POLL_MILLIS = 20;

    private final Path home;
    private final Path data;
    private final Path folder;
    private final List<String> options;
    private volatile Process process;
    private volatile String url;

    private HostProcess(Path home, Path data, Path folder, List<String> options) throws IOException {
        this.home = home;
        this.data = data;
        this.options = List.copyOf(options);
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(temporary());
        this.process = launch();
        this.url = awaitAddress();
    }

    /**
     * Starts a host on a free port.
     *
     * @param home root of the project
     * @param data its data directory
     * @param folder for its log and its temporary files
     * @param options for its JVM beside those of the launcher
     */
    public static HostProcess start(Path home, Path data, Path folder, List<String> options) throws IOException {
        return new HostProcess(home, data, folder, options);
    }

    /** Runs one command over a data directory, to its end, in a JVM like a host's. */
    public static void run(Path home, Path folder, List<String> arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path words = folder.resolve("command.txt");
        Process command = new ProcessBuilder(command(home, temporary, List.of(), arguments))
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        try {
            if (command.waitFor() != 0) {
                throw new DeepSaltException("the host cannot be prepared: "
                        + Files.readString(words).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            command.destroyForcibly();
        }
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(folder.resolve("out.txt"));
        ProcessBuilder builder = new ProcessBuilder(
                command(home, temporary(), options, List.of("serve", "--data", data.toString(), "--port", "0")));
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        return builder.redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** The options are those of the launcher, so that what is measured is what users have. */
    private static List<String> command(Path home, Path temporary, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Ddeepsalt.home=" + home));
        command.addAll(options);
        command.addAll(classPath(home.resolve("wps-deepsalt/cli/target")));
        command.add("org.deepsalt.cli.Main");
        command.addAll(arguments);
        return command;
    }

    /** Of the command line where the launcher has built it, with the archive of its classes; else of this JVM. */
    private static List<String> classPath(Path built) throws IOException {
        Path dependencies = built.resolve("dependencies.txt");
        if (System.getProperty("deepsalt.home") == null || !Files.isRegularFile(dependencies)) {
            return List.of("-cp", System.getProperty("java.class.path"));
        }
        List<String> path = new ArrayList<>(DirectoryCheck.list(built).stream()
                .map(Path::toString)
                .filter(name -> name.endsWith(".jar") && !name.endsWith("-tests.jar"))
                .toList());
        path.add(Files.readString(dependencies).strip());
        List<String> options = new ArrayList<>(List.of("-cp", String.join(File.pathSeparator, path)));
        Path archive = built.resolve("classes.jsa");
        if (Files.isRegularFile(archive)) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off", "-Xlog:class*=off"));
        }
        return options;
    }

    private String awaitAddress() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            String said = Files.readString(folder.resolve("out.txt"));
            Matcher address = WPS.matcher(said);
            if (said.contains("Stop with Ctrl-C") && address.find()) {
                return address.group(1);
            }
            pause();
        }
        kill();
        throw new DeepSaltException(
                "the host did not start: " + Files.readString(log()).strip());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** Ends the process at once, in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * Starts a killed host again.
     *
     * @return nanoseconds until it answers
     */
    public long restart() throws IOException {
        long start = System.nanoTime();
        process = launch();
        url = awaitAddress();
        return System.nanoTime() - start;
    }

    /** Address of the services, ending in {@code /geoserver}. */
    public String url() {
        return url;
    }

    /** Id of the process that runs now. */
    public long pid() {
        return process.pid();
    }

    /** Processor time that the process has taken; zero where the system does not tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The data directory. */
    public Path data() {
        return data;
    }

    /** What it wrote to its log, in all its runs. */
    public Path log() {
        return folder.resolve("log.txt");
    }

    /** Its temporary folder. */
    public Path temporary() {
        return folder.resolve("tmp");
    }

    /** Asks it to stop and waits, as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
