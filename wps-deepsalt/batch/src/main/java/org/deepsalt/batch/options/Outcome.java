/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.options;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;

/** What a batch command says at its end. */
public record Outcome(List<JobRecord> records, Path manifest) {
    public Outcome {
        records = List.copyOf(records);
    }

    /** Whether every scene has a result. */
    public boolean isComplete() {
        return records.stream().allMatch(record -> record.status() == JobStatus.DONE);
    }

    /** Prints counts, the reasons of scenes without a result, and where the manifest is. */
    public void print(PrintWriter out) {
        List<String> counts = new ArrayList<>();
        for (JobStatus status : JobStatus.values()) {
            long count =
                    records.stream().filter(record -> record.status() == status).count();
            if (count > 0 || status == JobStatus.DONE) {
                counts.add(count + " " + status.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        long computed = records.stream().filter(JobRecord::computed).count();
        out.println("scenes: " + records.size() + ", " + String.join(", ", counts) + "; computed now: " + computed);
        records.stream()
                .filter(record -> record.status() == JobStatus.FAILED || record.status() == JobStatus.GIVEN_UP)
                .forEach(record -> out.println(record.scene() + ": " + record.reason()));
        out.println("manifest: " + manifest);
    }
}
