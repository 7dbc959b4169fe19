/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A Java process that does something over and over until it is killed as {@code kill -9} does, at a random moment. */
public final class ChildJvm {
    /** What a child prints when it begins to do what it may be killed at. */
    public static final String READY = "ready";

    private ChildJvm() {}

    /**
     * Runs a main class and kills it.
     *
     * @param most milliseconds after its first {@link #READY}
     */
    public static void killed(Random random, int most, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals(READY)) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException(main + " ended with " + process.waitFor() + " before it was killed");
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(most));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
