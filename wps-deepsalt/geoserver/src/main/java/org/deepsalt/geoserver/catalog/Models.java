/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.store.ModelStore;

/** The folder of a GeoServer's models. */
public final class Models {
    private Models() {}

    /** The models in {@code deepsalt/models} of the data directory. */
    public static ModelStore of(SettingsFile settings) {
        return new ModelStore(settings.dataDirectory().resolve("deepsalt").resolve("models"));
    }
}
