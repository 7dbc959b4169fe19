/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.io.IOException;

/**
 * A row of the table.
 *
 * @param name as the table has it
 * @param reader learns from soils and reads others
 */
record SoilMethod(String name, Reader reader) {

    /** Learns and reads. */
    @FunctionalInterface
    interface Reader {
        /** log10(EC + 0.01) of soils of other countries than those that it learns from. */
        double[] read(RealSoils known, RealSoils others) throws IOException;
    }
}
