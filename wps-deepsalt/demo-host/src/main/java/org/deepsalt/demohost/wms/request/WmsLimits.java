/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.request;

import org.deepsalt.demohost.catalog.ServiceMetadata;

/**
 * How much one request may ask for. Immutable.
 *
 * @param side most pixels along a side of a picture
 * @param pictureBytes most memory for one picture, at four bytes a pixel
 * @param seconds longest time for drawing
 * @param concurrent most pictures that are drawn at once
 */
public record WmsLimits(int side, long pictureBytes, long seconds, int concurrent) {
    private static final int SIDE = 4096;
    private static final long PICTURE_KILOBYTES = 65_536;
    private static final long SECONDS = 60;
    private static final int CONCURRENT = 4;

    /** The limits in GeoServer's {@code wms.xml}, where it names none those of this host. */
    public static WmsLimits of(ServiceMetadata wms) {
        return new WmsLimits(
                SIDE,
                1024 * wms.limit("maxRequestMemory").orElse(PICTURE_KILOBYTES),
                wms.limit("maxRenderingTime").orElse(SECONDS),
                CONCURRENT);
    }
}
