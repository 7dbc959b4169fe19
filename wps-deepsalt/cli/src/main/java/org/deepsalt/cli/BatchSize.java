/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How many workers this machine has room for, and how one is started. */
final class BatchSize {
    /** Of a worker with the usual heap, TensorFlow's memory included. */
    private static final long WORKER_BYTES = 2L << 30;

    private BatchSize() {}

    /** One for two processors, since a worker has threads of its own, if they have memory. */
    static int jobs() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        int processors = Runtime.getRuntime().availableProcessors();
        return (int) Math.max(1, Math.min((processors + 1) / 2, memory / WORKER_BYTES));
    }

    /** The very Java of this process with its options, so that heap and properties are as the user wants them. */
    static List<String> workerCommand(int jobs) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.add("batch-worker");
        command.add("--threads");
        command.add(String.valueOf(Math.max(1, Runtime.getRuntime().availableProcessors() / jobs)));
        return command;
    }
}
