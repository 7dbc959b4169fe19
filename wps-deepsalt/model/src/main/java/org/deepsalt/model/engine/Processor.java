/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the machine's processors can do, as far as their system tells. Stateless. */
public final class Processor {
    private static final Path TOLD = Path.of("/proc/cpuinfo");
    private static final List<String> BFLOAT16 = List.of("avx512_bf16", "amx_bf16");

    private Processor() {}

    /** Whether they multiply bfloat16; false also where nobody tells, as on other systems than Linux. */
    public static boolean multipliesBfloat16() {
        try {
            return Files.isReadable(TOLD) && multipliesBfloat16(Files.readAllLines(TOLD));
        } catch (IOException e) {
            return false;
        }
    }

    static boolean multipliesBfloat16(List<String> told) {
        return told.stream().filter(line -> line.startsWith("flags")).anyMatch(line -> Arrays.stream(line.split("\\s+"))
                .anyMatch(BFLOAT16::contains));
    }
}
