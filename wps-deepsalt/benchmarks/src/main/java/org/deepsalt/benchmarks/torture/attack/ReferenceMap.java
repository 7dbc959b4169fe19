/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.host.Fingerprint;
import org.deepsalt.model.DeepSaltException;

/**
 * What an estimation of the sample scene gives: the same values whenever it succeeds. Thread-safe.
 *
 * @param confidence of the estimation, by which several are told apart
 * @param fingerprint of the values
 */
public record ReferenceMap(String confidence, String fingerprint) {
    /** Estimates before anything happens. */
    public static ReferenceMap of(Target target, String confidence, Path folder) throws IOException {
        Answer answer = target.patient(request(target, confidence).raw("coverage"));
        if (!answer.isImage()) {
            throw new DeepSaltException("the host does not estimate the sample scene: " + answer.text());
        }
        return new ReferenceMap(confidence, fingerprint(answer, folder));
    }

    /** The estimation. */
    public Execute request(Target target) {
        return request(target, confidence);
    }

    private static Execute request(Target target, String confidence) {
        return Execute.estimate(target).input("confidence", confidence);
    }

    /** Fingerprint of a coverage that was answered, or what is wrong with it. */
    public static String fingerprint(Answer answer, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "answer-", ".tif");
        try {
            Files.write(file, answer.body());
            return Fingerprint.of(file);
        } catch (DeepSaltException e) {
            return "damaged: " + e.getMessage();
        } finally {
            Files.delete(file);
        }
    }
}
