/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a number is kept in a file. */
enum Sample {
    UINT1(1, 1),
    UINT2(2, 1),
    UINT4(4, 1),
    UINT8(8, 1),
    INT8(8, 2),
    UINT12(12, 1),
    UINT16(16, 1),
    INT16(16, 2),
    UINT32(32, 1),
    INT32(32, 2),
    UINT64(64, 1),
    INT64(64, 2),
    FLOAT16(16, 3),
    FLOAT24(24, 3),
    FLOAT32(32, 3),
    FLOAT64(64, 3),
    COMPLEX_INT16(32, 5),
    COMPLEX_FLOAT32(64, 6);

    final int bits;
    /** Value of the TIFF tag SampleFormat. */
    final int format;

    Sample(int bits, int format) {
        this.bits = bits;
        this.format = format;
    }

    boolean isFloat() {
        return format == 3;
    }

    boolean isWhole() {
        return format < 3;
    }

    /** The bits of a number, the lowest ones of the result. */
    long encode(double number) {
        return switch (this) {
            case FLOAT16 -> half((float) number);
            case FLOAT32 -> Integer.toUnsignedLong(Float.floatToRawIntBits((float) number));
            case FLOAT64 -> Double.doubleToRawLongBits(number);
            default -> (long) number;
        };
    }

    /** IEEE 754 binary16 of a number that it holds exactly. */
    private static long half(float number) {
        int word = Float.floatToRawIntBits(number);
        int sign = word >>> 16 & 0x8000;
        if (Float.isNaN(number)) {
            return 0x7E00;
        }
        int exponent = (word >>> 23 & 0xFF) - 127 + 15;
        return number == 0 ? sign : sign | (exponent << 10) | ((word >>> 13) & 0x3FF);
    }

    /** A row of numbers as bytes; those that fill no whole byte lie side by side, the first in the highest bits. */
    byte[] pack(long[] row, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate((row.length * bits + 7) / 8).order(order);
        for (int i = 0; i < row.length; i++) {
            switch (bits) {
                case 8 -> bytes.put((byte) row[i]);
                case 16 -> bytes.putShort((short) row[i]);
                case 32 -> bytes.putInt((int) row[i]);
                case 64 -> bytes.putLong(row[i]);
                default -> putBits(bytes.array(), i * bits, row[i]);
            }
        }
        return bytes.array();
    }

    private void putBits(byte[] bytes, int from, long number) {
        for (int i = 0; i < bits; i++) {
            long bit = number >>> (bits - 1 - i) & 1;
            bytes[(from + i) / 8] |= (byte) (bit << (7 - (from + i) % 8));
        }
    }
}
