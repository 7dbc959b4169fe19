/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import java.io.IOException;

/** Unpacks one block after the other, each from its beginning on, a piece at a time. Not thread-safe. */
public interface Unpacker extends AutoCloseable {
    /** Begins at the first byte of a block, to which the packed bytes have been moved. */
    void start();

    /**
     * Unpacks the next bytes of the block.
     *
     * @return how many there were, fewer than {@code length} only where the block ends
     * @throws IOException if the block is damaged
     */
    int read(byte[] target, int length) throws IOException;

    /**
     * Checks what follows the last byte that was wanted.
     *
     * @param beyond bytes that the rows below the image would have
     * @throws IOException if the block's own check sum, or the place where it ends, says that it is damaged
     */
    default void finish(long beyond) throws IOException {}

    /** Bytes of the block that were read from the file and not looked at. */
    default int buffered() {
        return 0;
    }

    @Override
    default void close() {}
}
