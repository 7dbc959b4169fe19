/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that people use with such a server. A test is skipped where the program is not installed. */
final class Tool {
    private static final long SECONDS = 120;

    private Tool() {}

    /** What a program says, after it ended well. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        return run(SECONDS, folder, command);
    }

    /** The same for a program that may take longer. */
    static String run(long seconds, Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(?i).*_proxy"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GDAL_HTTP_TIMEOUT", "60");
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + text);
        }
        return text;
    }

    /** Skips the test unless a command works. */
    static void require(Path folder, String... command) throws IOException, InterruptedException {
        boolean works;
        try {
            run(folder, command);
            works = true;
        } catch (IOException | AssertionError e) {
            works = false;
        }
        assumeTrue(works, "skipped: " + String.join(" ", command) + " does not work here");
    }

    /** The command for a Python program, with the interpreter that has Debian's packages first. */
    static String[] python(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3");
        command.add("-c");
        command.add(program);
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }
}
