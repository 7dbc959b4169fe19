/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tags of one image of a TIFF: its tags with their values. Immutable. */
public final class TiffDirectory {
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final int MOST_TAGS = 1 << 16;

    private record Value(int type, long count, ByteBuffer bytes) {}

    private final Map<Integer, Value> values;
    private final long next;

    private TiffDirectory(Map<Integer, Value> values, long next) {
        this.values = values;
        this.next = next;
    }

    /**
     * Reads the directory at a position of a file.
     *
     * @param room for the values of this and other directories of the file, of which it takes what it needs
     */
    public static TiffDirectory at(FileChannel channel, long position, boolean big, ByteOrder order, TagRoom room)
            throws IOException {
        int entrySize = big ? 20 : 12;
        int countSize = big ? 8 : 2;
        ByteBuffer countBytes = read(channel, position, countSize).order(order);
        long claimed = big ? countBytes.getLong(0) : Short.toUnsignedInt(countBytes.getShort(0));
        if (claimed < 0 || claimed > MOST_TAGS) {
            throw new IOException("a directory claims " + claimed + " tags");
        }
        int count = (int) claimed;
        int length = count * entrySize + (big ? 8 : 4);
        room.take(length);
        ByteBuffer entries = read(channel, position + countSize, length).order(order);
        Map<Integer, Value> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int at = i * entrySize;
            int tag = Short.toUnsignedInt(entries.getShort(at));
            int type = Short.toUnsignedInt(entries.getShort(at + 2));
            // TIFF 6.0, section 2: readers pass over fields of types that they do not know.
            if (type < TYPE_SIZES.length && TYPE_SIZES[type] > 0) {
                value(channel, entries, at, big, order, room).ifPresent(value -> values.put(tag, value));
            }
        }
        int end = count * entrySize;
        return new TiffDirectory(values, big ? entries.getLong(end) : Integer.toUnsignedLong(entries.getInt(end)));
    }

    /** Empty for a tag of no values, which is as good as none. */
    private static Optional<Value> value(
            FileChannel channel, ByteBuffer entries, int at, boolean big, ByteOrder order, TagRoom room)
            throws IOException {
        int type = Short.toUnsignedInt(entries.getShort(at + 2));
        long count = big ? entries.getLong(at + 4) : Integer.toUnsignedLong(entries.getInt(at + 4));
        int slot = big ? 12 : 8;
        if (count < 0 || count > TagRoom.BYTES / TYPE_SIZES[type]) {
            throw new IOException("a tag claims " + count + " values");
        }
        int size = (int) count * TYPE_SIZES[type];
        if (size == 0) {
            return Optional.empty();
        }
        if (size <= (big ? 8 : 4)) {
            return Optional.of(
                    new Value(type, count, entries.slice(at + slot, size).order(order)));
        }
        long offset = big ? entries.getLong(at + slot) : Integer.toUnsignedLong(entries.getInt(at + slot));
        room.take(size);
        return Optional.of(new Value(type, count, read(channel, offset, size).order(order)));
    }

    /** Reads so many bytes from a position on, or fails where the file ends before. */
    public static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        if (position < 0 || position > channel.size() - length) {
            throw new EOFException("it ends at byte " + channel.size() + " but refers to " + length
                    + " bytes from byte " + Long.toUnsignedString(position) + " on");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    /** Position of the next directory; 0 if this is the last. */
    public long next() {
        return next;
    }

    /** The first number of a tag. */
    public long number(int tag) {
        return numbers(tag)[0];
    }

    /** The first number of a tag, or another where the tag is absent. */
    public long numberOr(int tag, long absent) {
        return values.containsKey(tag) ? number(tag) : absent;
    }

    /** The whole numbers of a tag, none if it is absent. */
    public long[] numbers(int tag) {
        Value value = values.get(tag);
        if (value == null) {
            return new long[0];
        }
        long[] numbers = new long[Math.toIntExact(value.count)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (TYPE_SIZES[value.type]) {
                case 1 -> Byte.toUnsignedLong(value.bytes.get(i));
                case 2 -> Short.toUnsignedLong(value.bytes.getShort(2 * i));
                case 4 -> Integer.toUnsignedLong(value.bytes.getInt(4 * i));
                default -> value.bytes.getLong(8 * i);
            };
        }
        return numbers;
    }

    /** The text of a tag without its end marks. */
    public Optional<String> text(int tag) {
        return Optional.ofNullable(values.get(tag)).map(value -> StandardCharsets.UTF_8
                .decode(value.bytes.duplicate())
                .toString()
                .replace("\0", ""));
    }

    /** Positions of the strips or tiles in the file. */
    public long[] blockOffsets() {
        return values.containsKey(TiffTag.TILE_OFFSETS)
                ? numbers(TiffTag.TILE_OFFSETS)
                : numbers(TiffTag.STRIP_OFFSETS);
    }

    /** Packed bytes of the strips or tiles. */
    public long[] blockLengths() {
        return values.containsKey(TiffTag.TILE_BYTE_COUNTS)
                ? numbers(TiffTag.TILE_BYTE_COUNTS)
                : numbers(TiffTag.STRIP_BYTE_COUNTS);
    }
}
