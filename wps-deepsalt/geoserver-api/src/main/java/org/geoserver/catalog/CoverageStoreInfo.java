/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.IOException;
import org.geotools.api.coverage.grid.GridCoverageReader;
import org.geotools.api.util.ProgressListener;
import org.geotools.util.factory.Hints;

/** Signatures as in GeoServer. */
public interface CoverageStoreInfo extends StoreInfo {
    String getURL();

    void setURL(String url);

    GridCoverageReader getGridCoverageReader(ProgressListener listener, Hints hints) throws IOException;
}
