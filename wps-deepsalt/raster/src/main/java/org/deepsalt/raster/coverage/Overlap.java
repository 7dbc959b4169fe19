/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridMapping;
import org.deepsalt.raster.grid.Window;

/** Measures by outlines how much of one grid another one covers, before a pixel is read. */
public final class Overlap {
    private static final int PROBES = 40;

    private Overlap() {}

    /**
     * Share of the target's pixel centres, on an even lattice with all its edges, that lie inside the source; 0 to 1.
     */
    public static double share(Grid target, Grid source) {
        GridMapping mapping = new GridMapping(target, source);
        int inside = 0;
        int probes = 0;
        for (int i = 0; i <= PROBES; i++) {
            for (int j = 0; j <= PROBES; j++) {
                int column = (int) Math.round((target.width() - 1.0) * i / PROBES);
                int row = (int) Math.round((target.height() - 1.0) * j / PROBES);
                double[] at = mapping.centres(new Window(column, row, 1, 1));
                probes++;
                if (source.holds(at[0], at[1])) {
                    inside++;
                }
            }
        }
        return (double) inside / probes;
    }
}
