/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import java.util.Map;

/**
 * The device that a job ran on, how it multiplied, and the seconds of its steps.
 *
 * @param device that TensorFlow ran on, for people
 * @param precision {@code float32} or {@code bfloat16}
 * @param seconds of wall time by part of the job
 */
public record EngineRun(String device, String precision, Map<String, Double> seconds) {}
