/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One image file directory with its out-of-line values behind it, classic or BigTIFF. */
public final class TiffDirectoryBuilder {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int LONG8 = 16;

    private record Entry(int type, long count, byte[] value) {}

    private final boolean big;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    public TiffDirectoryBuilder(boolean big) {
        this.big = big;
    }

    /** Counts and offsets: 32 bits in a classic TIFF, 64 in a BigTIFF. */
    public void put(int tag, long... values) {
        byte[] target = new byte[values.length * slot()];
        ByteBuffer bytes = littleEndian(target);
        for (long value : values) {
            if (big) {
                bytes.putLong(value);
            } else {
                bytes.putInt((int) value);
            }
        }
        entries.put(tag, new Entry(big ? LONG8 : LONG, values.length, target));
    }

    public void shorts(int tag, int... values) {
        byte[] target = new byte[values.length * Short.BYTES];
        ByteBuffer bytes = littleEndian(target);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        entries.put(tag, new Entry(SHORT, values.length, target));
    }

    void doubles(int tag, double... values) {
        byte[] target = new byte[values.length * Double.BYTES];
        ByteBuffer bytes = littleEndian(target);
        for (double value : values) {
            bytes.putDouble(value);
        }
        entries.put(tag, new Entry(DOUBLE, values.length, target));
    }

    public void text(int tag, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        entries.put(tag, new Entry(ASCII, bytes.length, bytes));
    }

    public int headerSize() {
        return big ? 16 : 8;
    }

    /** Bytes of the directory and of everything that does not fit into its entries. */
    public long size() {
        long size = directorySize();
        for (Entry entry : entries.values()) {
            size += isInline(entry) ? 0 : even(entry.value.length);
        }
        return size;
    }

    public void writeTo(ByteBuffer target, boolean last) {
        int start = target.position();
        long values = start + directorySize();
        if (big) {
            target.putLong(entries.size());
        } else {
            target.putShort((short) entries.size());
        }
        for (Map.Entry<Integer, Entry> tagged : entries.entrySet()) {
            Entry entry = tagged.getValue();
            target.putShort((short) (int) tagged.getKey()).putShort((short) entry.type);
            offset(target, entry.count);
            if (isInline(entry)) {
                target.put(entry.value).put(new byte[slot() - entry.value.length]);
            } else {
                offset(target, values);
                values += even(entry.value.length);
            }
        }
        offset(target, last ? 0 : start + size());
        for (Entry entry : entries.values()) {
            if (!isInline(entry)) {
                target.put(entry.value).put(new byte[even(entry.value.length) - entry.value.length]);
            }
        }
    }

    private long directorySize() {
        return big ? 8 + 20L * entries.size() + 8 : 2 + 12L * entries.size() + 4;
    }

    private void offset(ByteBuffer target, long value) {
        if (big) {
            target.putLong(value);
        } else {
            target.putInt((int) value);
        }
    }

    private boolean isInline(Entry entry) {
        return entry.value.length <= slot();
    }

    private int slot() {
        return big ? Long.BYTES : Integer.BYTES;
    }

    private static int even(int length) {
        return length + length % 2;
    }

    private static ByteBuffer littleEndian(byte[] target) {
        return ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
    }
}
