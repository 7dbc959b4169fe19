/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TIFF or BigTIFF that is put together byte by byte: blocks first, then the directories in the order in which they
 * come.
 */
final class TiffBytes {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int LONG8 = 16;

    private record Value(int type, int count, byte[] bytes) {}

    private final ByteOrder order;
    private final boolean big;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, Long> links = new TreeMap<>();
    private Map<Integer, Value> values = new TreeMap<>();
    private int link;

    TiffBytes(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
        ByteBuffer head = buffer(big ? 16 : 8);
        head.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D))
                .putShort((short) (big ? 43 : 42));
        if (big) {
            head.putShort((short) 8).putShort((short) 0);
        }
        this.link = head.position();
        out.writeBytes(all(head));
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static byte[] all(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.duplicate().rewind().get(bytes);
        return bytes;
    }

    /** Appends a block and says where it lies. */
    long append(byte[] bytes) {
        if (out.size() % 2 == 1) {
            out.write(0);
        }
        long at = out.size();
        out.writeBytes(bytes);
        return at;
    }

    TiffBytes shorts(int tag, int... numbers) {
        ByteBuffer bytes = buffer(2 * numbers.length);
        for (int number : numbers) {
            bytes.putShort((short) number);
        }
        values.put(tag, new Value(SHORT, numbers.length, all(bytes)));
        return this;
    }

    TiffBytes longs(int tag, long... numbers) {
        ByteBuffer bytes = buffer((big ? 8 : 4) * numbers.length);
        for (long number : numbers) {
            word(bytes, number);
        }
        values.put(tag, new Value(big ? LONG8 : LONG, numbers.length, all(bytes)));
        return this;
    }

    TiffBytes doubles(int tag, double... numbers) {
        ByteBuffer bytes = buffer(8 * numbers.length);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        values.put(tag, new Value(DOUBLE, numbers.length, all(bytes)));
        return this;
    }

    TiffBytes text(int tag, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        values.put(tag, new Value(ASCII, bytes.length, bytes));
        return this;
    }

    private void word(ByteBuffer target, long number) {
        if (big) {
            target.putLong(number);
        } else {
            target.putInt((int) number);
        }
    }

    /** Ends a directory of the tags that were put since the last one. */
    void endDirectory() {
        int slot = big ? 8 : 4;
        Map<Integer, byte[]> inline = new TreeMap<>();
        values.forEach((tag, value) -> {
            ByteBuffer field = buffer(slot);
            if (value.bytes.length <= slot) {
                field.put(value.bytes);
            } else {
                word(field, append(value.bytes));
            }
            inline.put(tag, all(field));
        });
        ByteBuffer directory = buffer(big ? 8 + 20 * values.size() + 8 : 2 + 12 * values.size() + 4);
        if (big) {
            directory.putLong(values.size());
        } else {
            directory.putShort((short) values.size());
        }
        values.forEach((tag, value) -> {
            directory.putShort((short) (int) tag).putShort((short) value.type);
            word(directory, value.count);
            directory.put(inline.get(tag));
        });
        int next = directory.position();
        long at = append(all(directory));
        links.put(link, at);
        link = (int) at + next;
        values = new TreeMap<>();
    }

    byte[] bytes() {
        byte[] bytes = out.toByteArray();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        links.forEach((at, target) -> {
            if (big) {
                buffer.putLong(at, target);
            } else {
                buffer.putInt(at, (int) (long) target);
            }
        });
        return bytes;
    }
}
