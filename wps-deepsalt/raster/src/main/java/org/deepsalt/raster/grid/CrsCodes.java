/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;

/**
 * Finds coordinate reference systems by their codes. GeoTools unpacks its database of codes into the temporary folder
 * when it first needs it, and where that fails tells every code to be unknown; here the folder is named instead.
 * Stateless.
 */
public final class CrsCodes {
    /** Unpacked, the database has a little less. */
    private static final long DATABASE_BYTES = 64L << 20;

    private static final String KNOWN = "EPSG:4326";

    private CrsCodes() {}

    /**
     * The system of a code such as {@code EPSG:32612}, east before north.
     *
     * @throws FactoryException if there is no such code
     * @throws DeepSaltException if no code can be looked up
     */
    public static CoordinateReferenceSystem eastFirst(String code) throws FactoryException {
        try {
            return CRS.decode(code, true);
        } catch (FactoryException e) {
            requireDatabase();
            throw e;
        }
    }

    /**
     * Checks that codes can be looked up at all; wanted before a code is called unknown.
     *
     * @throws DeepSaltException saying what is the matter with the temporary folder
     */
    public static void requireDatabase() {
        try {
            CRS.decode(KNOWN, true);
        } catch (FactoryException e) {
            Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
            String why = "see the server's log";
            if (!Files.isWritable(folder)) {
                why = "the temporary folder of this server (java.io.tmpdir) may not be written: give its user the right"
                        + " to write there, and start it again";
            } else if (WriteFailure.room(folder) < DATABASE_BYTES) {
                why = "the temporary folder of this server (java.io.tmpdir) is full, it has "
                        + (WriteFailure.room(folder) >> 10) + " KB left and the database needs "
                        + (DATABASE_BYTES >> 20)
                        + " MB: make room there, and start the server again";
            }
            throw new DeepSaltException("the database of coordinate reference systems cannot be opened: " + why, e);
        }
    }
}
