/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

import org.deepsalt.raster.geotiff.tags.SampleType;

/**
 * Shape of a tiled TIFF.
 *
 * @param width pixels per row
 * @param height rows
 * @param bands samples per pixel
 * @param type format of every sample
 * @param tile pixels along the side of a tile, a multiple of 16
 * @param interleaved whether the bands of a pixel lie together (as EnMAP products have them) or each band has tiles of
 *     its own
 */
public record TiffLayout(int width, int height, int bands, SampleType type, int tile, boolean interleaved) {
    private static final int SMALL = 64;

    public TiffLayout {
        if (width < 1 || height < 1 || bands < 1 || tile < 16 || tile % 16 != 0) {
            throw new IllegalArgumentException("no TIFF can have " + width + " x " + height + " pixels, " + bands
                    + " bands and tiles of " + tile + " pixels");
        }
    }

    /** Tiles side by side. */
    public int tileColumns() {
        return (width + tile - 1) / tile;
    }

    /** Tiles on top of each other. */
    public int tileRows() {
        return (height + tile - 1) / tile;
    }

    /** Separately compressed blocks: one per tile, or one per tile and band. */
    int blocks() {
        return Math.multiplyExact(Math.multiplyExact(tileColumns(), tileRows()), interleaved ? 1 : bands);
    }

    /** Position of a block in the TIFF's tables. */
    int block(int column, int row, int band) {
        int tiles = tileColumns() * tileRows();
        return (interleaved ? 0 : band * tiles) + row * tileColumns() + column;
    }

    /** The same image at half the size, rounded up. */
    TiffLayout halved() {
        return new TiffLayout((width + 1) / 2, (height + 1) / 2, bands, type, tile, interleaved);
    }

    /** Whether an image is so small that no overview of it is of use. */
    boolean withinLimit() {
        return width <= SMALL && height <= SMALL;
    }
}
