/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.awt.geom.Point2D;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.raster.grid.CrsCodes;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/**
 * Checks that a METADATA.XML belongs to an image. A wrong one would give every band a wrong wavelength without anybody
 * noticing, so any contradiction refuses the scene.
 */
public final class MetadataCheck {
    private static final String REMEDY = ": keep the image and the METADATA.XML of one product together";

    /**
     * How far apart two definitions of one CRS may put the middle of the scene, in its own units: less than a pixel.
     */
    private static final double SAME_PLACE = 1;

    private MetadataCheck() {}

    /**
     * Compares an image with its metadata: number of bands, size, UTM zone.
     *
     * @param layer name for messages
     * @param grid of the image; one without a CRS is compared in size alone
     * @throws InvalidRequestException with every contradiction
     */
    public static void require(String layer, EnmapMetadata metadata, int bands, Grid grid) {
        Problems problems = new Problems();
        if (metadata.bands().size() != bands) {
            problems.add("layer '" + layer + "' has " + bands + " bands but its metadata describe "
                    + metadata.bands().size() + REMEDY);
        }
        if (metadata.width() != grid.width() || metadata.height() != grid.height()) {
            problems.add("layer '" + layer + "' has " + grid.width() + " x " + grid.height()
                    + " pixels but its metadata say " + metadata.width() + " x " + metadata.height() + REMEDY);
        }
        if (grid.crs() != null
                && metadata.epsg().isPresent()
                && !agrees(metadata.epsg().getAsInt(), grid)) {
            problems.add("layer '" + layer + "' lies in " + grid.crsName() + " but its metadata say EPSG:"
                    + metadata.epsg().getAsInt() + REMEDY);
        }
        problems.throwIfAny();
    }

    /** By place and not by name: files define UTM in many ways that mean the same. */
    private static boolean agrees(int epsg, Grid grid) {
        Point2D middle = grid.centre(grid.width() / 2, grid.height() / 2);
        try {
            double[] at = {middle.getX(), middle.getY()};
            CRS.findMathTransform(grid.crs(), CrsCodes.eastFirst("EPSG:" + epsg), true)
                    .transform(at, 0, at, 0, 1);
            return Math.abs(at[0] - middle.getX()) < SAME_PLACE && Math.abs(at[1] - middle.getY()) < SAME_PLACE;
        } catch (FactoryException e) {
            throw new DeepSaltException(
                    "the metadata name EPSG:" + epsg + ", which is no UTM zone: give the METADATA.XML as delivered", e);
        } catch (TransformException e) {
            return false;
        }
    }
}
