/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import java.io.IOException;

/**
 * TIFF's LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, most significant bit first, which grow one entry early.
 */
final class LzwDecoder implements Unpacker {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int ENTRIES = 1 << 12;
    private static final int SHORTEST = 9;
    private static final int LONGEST = 12;
    private static final int NONE = -1;

    /** A string is that of another code and one byte more. */
    private final short[] prefix = new short[ENTRIES];

    private final byte[] last = new byte[ENTRIES];
    private final byte[] first = new byte[ENTRIES];
    private final short[] lengths = new short[ENTRIES];

    /** The string of the code at hand, of which the target may have had no room for all. */
    private final byte[] string = new byte[ENTRIES];

    private int stringAt;
    private int stringEnd;

    private final byte[] input = new byte[1 << 14];
    private final PackedBlock block;
    private int at;
    private int end;
    private int bits;
    private int bitCount;
    private int width;
    private int next;
    private int previous;
    private boolean ended;

    LzwDecoder(PackedBlock block) {
        this.block = block;
        for (int code = 0; code < CLEAR; code++) {
            last[code] = (byte) code;
            first[code] = (byte) code;
            lengths[code] = 1;
        }
    }

    @Override
    public void start() {
        at = 0;
        end = 0;
        bits = 0;
        bitCount = 0;
        stringAt = 0;
        stringEnd = 0;
        ended = false;
        clear();
    }

    private void clear() {
        width = SHORTEST;
        next = FIRST;
        previous = NONE;
    }

    @Override
    public int read(byte[] target, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (stringAt == stringEnd && !advance()) {
                return done;
            }
            int piece = Math.min(length - done, stringEnd - stringAt);
            System.arraycopy(string, stringAt, target, done, piece);
            stringAt += piece;
            done += piece;
        }
        return done;
    }

    @Override
    public void finish(long beyond) throws IOException {
        StreamEnd.require(this, beyond, block);
    }

    @Override
    public int buffered() {
        return end - at;
    }

    /** Brings the next code's string; false at the end of the block. */
    private boolean advance() throws IOException {
        int code = ended ? END : code();
        while (code == CLEAR) {
            clear();
            code = code();
        }
        if (ended) {
            return false;
        }
        // The only code that may come before its entry is the one that the entry itself is going to have.
        if (code > next || (code == next && previous == NONE) || (previous == NONE && code > CLEAR)) {
            throw new IOException("its LZW code " + code + " has no meaning yet, " + next + " is the next to come");
        }
        if (previous != NONE && next < ENTRIES) {
            prefix[next] = (short) previous;
            first[next] = first[previous];
            last[next] = first[code == next ? previous : code];
            lengths[next] = (short) (lengths[previous] + 1);
            next++;
            if (next == (1 << width) - 1 && width < LONGEST) {
                width++;
            }
        }
        spell(code);
        previous = code;
        return true;
    }

    private void spell(int code) {
        stringAt = 0;
        stringEnd = lengths[code];
        int rest = code;
        for (int i = stringEnd - 1; i >= 0; i--) {
            string[i] = last[rest];
            rest = prefix[rest];
        }
    }

    /** The next code; a block may also end without saying so. */
    private int code() throws IOException {
        while (bitCount < width) {
            if (at == end) {
                at = 0;
                end = block.read(input, 0, input.length);
            }
            if (end == 0) {
                ended = true;
                return END;
            }
            bits = bits << Byte.SIZE | Byte.toUnsignedInt(input[at++]);
            bitCount += Byte.SIZE;
        }
        bitCount -= width;
        int code = bits >>> bitCount & (1 << width) - 1;
        ended = code == END;
        return code;
    }
}
