/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Ways to pack a block, by the value of the TIFF tag Compression. */
final class Packing {
    static final int NONE = 1;
    static final int LZW = 5;
    static final int JPEG = 7;
    static final int DEFLATE = 8;
    static final int PACKBITS = 32773;
    static final int OLD_DEFLATE = 32946;
    static final int JPEG2000 = 34712;
    static final int LERC = 34887;
    static final int LZMA = 34925;
    static final int ZSTD = 50000;
    static final int WEBP = 50001;
    static final int JPEG_XL = 50002;

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FULL = 4093;

    private Packing() {}

    /** Packed bytes; those of compressions that only name themselves stay as they are. */
    static byte[] pack(int compression, byte[] bytes) {
        return switch (compression) {
            case LZW -> lzw(bytes);
            case DEFLATE, OLD_DEFLATE -> deflate(bytes);
            case PACKBITS -> packBits(bytes);
            default -> bytes;
        };
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] target = new byte[bytes.length + bytes.length / 8 + 64];
            int length = deflater.deflate(target);
            return java.util.Arrays.copyOf(target, length);
        } finally {
            deflater.end();
        }
    }

    /** TIFF 6.0, section 9: runs of two and more bytes, everything else as it is. */
    private static byte[] packBits(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int run = 1;
            while (at + run < bytes.length && run < 128 && bytes[at + run] == bytes[at]) {
                run++;
            }
            if (run > 1) {
                out.write(1 - run);
                out.write(bytes[at]);
            } else {
                out.write(0);
                out.write(bytes[at]);
            }
            at += run;
        }
        return out.toByteArray();
    }

    /** TIFF 6.0, section 13. */
    private static byte[] lzw(byte[] bytes) {
        Bits out = new Bits();
        Map<Long, Integer> table = new HashMap<>();
        int width = 9;
        int next = END + 1;
        out.put(CLEAR, width);
        int prefix = -1;
        for (byte one : bytes) {
            int value = Byte.toUnsignedInt(one);
            if (prefix < 0) {
                prefix = value;
                continue;
            }
            long key = (long) prefix << 8 | value;
            if (table.containsKey(key)) {
                prefix = table.get(key);
                continue;
            }
            out.put(prefix, width);
            table.put(key, next++);
            width = width(next);
            if (next > FULL) {
                out.put(CLEAR, width);
                table.clear();
                next = END + 1;
                width = 9;
            }
            prefix = value;
        }
        if (prefix >= 0) {
            out.put(prefix, width);
            width = width(next + 1);
        }
        out.put(END, width);
        return out.bytes();
    }

    /** Of the code that comes after an entry was made, which the decoder makes one code later. */
    private static int width(int next) {
        return next > 2047 ? 12 : next > 1023 ? 11 : next > 511 ? 10 : 9;
    }

    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long held;
        private int count;

        void put(int code, int width) {
            held = held << width | code;
            count += width;
            while (count >= 8) {
                out.write((int) (held >>> (count - 8)) & 0xFF);
                count -= 8;
            }
            held &= (1L << count) - 1;
        }

        byte[] bytes() {
            if (count > 0) {
                out.write((int) (held << (8 - count)) & 0xFF);
            }
            return out.toByteArray();
        }
    }
}
