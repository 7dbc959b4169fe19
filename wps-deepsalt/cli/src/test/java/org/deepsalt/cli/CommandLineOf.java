/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line over one data directory: in a process of its own as a user's shell runs it, or, where neither the
 * JVM nor its working directory nor its temporary folder matters, in this one, which is warm. Not thread-safe: a
 * command in this JVM has its standard streams for itself.
 */
final class CommandLineOf {
    private static final long SECONDS = 240;

    /** What a command left behind: exit code, standard output, standard error. */
    record Outcome(int code, String out, String err) {}

    private final Path dataDirectory;
    private final Path folder;

    /**
     * Commands for a data directory.
     *
     * @param folder in which they run
     */
    CommandLineOf(Path dataDirectory, Path folder) {
        this.dataDirectory = dataDirectory;
        this.folder = folder;
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(builder(arguments));
    }

    /** Runs a command in this JVM; paths are told from the root. */
    Outcome runHere(String... arguments) {
        return runHereWithInput("", arguments);
    }

    /** Runs a command in this JVM with a text on its standard input. */
    Outcome runHereWithInput(String input, String... arguments) {
        InputStream stdin = System.in;
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(words(arguments).toArray(String[]::new));
            System.out.flush();
            System.err.flush();
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(stdin);
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    /** Runs a command that cannot write more than so many kilobytes into one file, as on a disk that is full. */
    Outcome runOnFullDisk(int kilobytes, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(arguments);
        builder.command().addAll(0, List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        return run(builder);
    }

    private Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.outputWriter(StandardCharsets.UTF_8).close();
        int code = end(process);
        Outcome outcome = new Outcome(code, Files.readString(out), Files.readString(err));
        for (Path file : List.of(out, err)) {
            Files.delete(file);
        }
        return outcome;
    }

    /**
     * Runs a command, stops it as soon as a line of its standard error has a text, and waits for its end. The signal is
     * TERM, which takes the way of Ctrl-C: where the build itself runs in the background, its children ignore INT.
     */
    Outcome interrupt(String when, String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        StringBuilder err = new StringBuilder();
        boolean sent = false;
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                err.append(line).append('\n');
                if (!sent && line.contains(when)) {
                    process.toHandle().destroy();
                    sent = true;
                }
            }
        }
        return new Outcome(end(process), "", err.toString());
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Duser.language=tr",
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(words(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private List<String> words(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        if (!List.of("version", "sample").contains(arguments[0])) {
            words.addAll(1, List.of("--data", dataDirectory.toString()));
        }
        return words;
    }

    /** Where these commands put their temporary files. */
    Path temporary() {
        try {
            return Files.createDirectories(folder.resolveSibling("temporary"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int end(Process process) throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the command did not end within " + SECONDS + " s");
        }
        return process.exitValue();
    }
}
