/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.deepsalt.batch.job.JobRecord;

/** {@code manifest.jsonl}: a line of JSON per scene, in the order of their names. Stateless. */
public final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {}

    /** Where the manifest of a shard lies. */
    public static Path of(Path out, Shard shard) {
        return out.resolve("manifest" + shard.suffix() + ".jsonl");
    }

    /** Writes a manifest, which replaces that of an earlier run when it is whole. */
    public static Path write(Path out, Shard shard, Collection<JobRecord> records) throws IOException {
        List<JobRecord> ordered = records.stream()
                .sorted(Comparator.comparing(JobRecord::scene).thenComparing(record -> String.valueOf(record.key())))
                .toList();
        Files.createDirectories(out);
        Path part = Files.createTempFile(out, ".manifest", ".part");
        try {
            try (BufferedWriter lines = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                for (JobRecord record : ordered) {
                    lines.write(JSON.writeValueAsString(record));
                    lines.write('\n');
                }
            }
            Path manifest = of(out, shard);
            Files.move(part, manifest, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
