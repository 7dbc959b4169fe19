/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;

/** A layer that DeepSalt has published, with what belongs to it in the catalog. */
public record OwnLayer(CoverageStoreInfo store, CoverageInfo coverage, LayerInfo layer) {
    /** What a caller should know about the layer; empty for nothing. */
    public String remark() {
        return layer.enabled()
                ? ""
                : "layer '" + layer.prefixedName() + "' is disabled and stays so: its content is new, but no service"
                        + " shows it until an administrator enables layer and store";
    }
}
