/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.findings;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * What came of one class of attack.
 *
 * @param attack its name
 * @param count how often it was tried
 * @param outcomes how often it ended in which way
 * @param violations how often in a way that must not be
 * @param median seconds that it took
 * @param percentile99 seconds that 99 of 100 did not exceed
 * @param longest seconds
 */
@RecordBuilder
public record ClassFigures(
        String attack,
        long count,
        Map<String, Long> outcomes,
        long violations,
        double median,
        double percentile99,
        double longest) {}
