/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * All figures of one run.
 *
 * @param machine it was measured on, for people
 * @param date of the measurement, ISO 8601
 * @param processors that Java may use
 * @param repeats of every measurement
 * @param model that estimated
 * @param flopPerPixel of the net: two for each multiplication with its addition
 * @param peakFlops operations per second of TensorFlow's matrix product on all cores
 */
@RecordBuilder
record Figures(
        String machine,
        String date,
        int processors,
        int repeats,
        String model,
        double flopPerPixel,
        double peakFlops,
        List<CaseFigures> cases) {}
