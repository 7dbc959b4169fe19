/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.IOException;
import java.util.List;
import org.geotools.api.coverage.grid.GridCoverageReader;
import org.geotools.api.coverage.grid.GridGeometry;
import org.geotools.api.util.ProgressListener;
import org.geotools.util.factory.Hints;

/** Signatures as in GeoServer. */
public interface CoverageInfo extends ResourceInfo {
    @Override
    CoverageStoreInfo getStore();

    List<CoverageDimensionInfo> getDimensions();

    GridGeometry getGrid();

    void setGrid(GridGeometry grid);

    GridCoverageReader getGridCoverageReader(ProgressListener listener, Hints hints) throws IOException;
}
