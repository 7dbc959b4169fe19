/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.awt.Image;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.geotools.coverage.grid.GridCoverage2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the files behind a coverage whose pixels stayed on disk. Disposing of the coverage leaves them open until the
 * garbage collector comes. Stateless.
 */
final class ImageReaders {
    private static final Logger LOGGER = LoggerFactory.getLogger(ImageReaders.class);

    /** How image libraries name the property with the reader; what is before the dot differs. */
    private static final String PROPERTY = ".ImageReader";

    private ImageReaders() {}

    /** Closes all files of a coverage that nobody else reads. */
    static void close(GridCoverage2D coverage) {
        close(coverage.getRenderedImage(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void close(RenderedImage image, Set<RenderedImage> done) {
        if (image == null || !done.add(image)) {
            return;
        }
        if (image.getSources() != null) {
            for (Object source : image.getSources()) {
                if (source instanceof RenderedImage below) {
                    close(below, done);
                }
            }
        }
        String[] names = image.getPropertyNames();
        for (String name : names == null ? new String[0] : names) {
            if (name.regionMatches(true, name.length() - PROPERTY.length(), PROPERTY, 0, PROPERTY.length())) {
                close(image.getProperty(name));
            }
        }
    }

    private static void close(Object property) {
        if (property == Image.UndefinedProperty || !(property instanceof ImageReader reader)) {
            return;
        }
        try {
            if (reader.getInput() instanceof ImageInputStream stream) {
                stream.close();
            }
        } catch (IOException e) {
            // Closed twice: an input stream of the JDK has no other way to say so.
            LOGGER.trace("the file of an image was closed before", e);
        }
        reader.dispose();
    }
}
