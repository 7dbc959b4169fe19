/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import java.io.IOException;

/**
 * Checks that a packed block ends where its pixels do. Damage that a stream has no check sum for moves its end nearly
 * always: what is left over, packed or unpacked, tells.
 */
final class StreamEnd {
    /** Bytes that writers leave at the end of a block so that the next one begins at an even place. */
    private static final int PADDING = 3;

    private StreamEnd() {}

    /**
     * Unpacks what is left.
     *
     * @param beyond bytes of the rows that a block may have below the image, or leave out
     * @throws IOException if there is more or less
     */
    static void require(Unpacker unpacker, long beyond, PackedBlock block) throws IOException {
        byte[] rest = new byte[1 << 12];
        long passed = 0;
        int more = rest.length;
        while (more == rest.length && passed <= beyond) {
            more = unpacker.read(rest, rest.length);
            passed += more;
        }
        if (passed != 0 && passed != beyond) {
            throw new IOException("it " + (passed > beyond ? "goes on after" : "does not end with") + " its last row");
        }
        long left = block.left() + unpacker.buffered();
        if (left > PADDING) {
            throw new IOException("its packed bytes end " + left + " bytes before the block does");
        }
    }
}
