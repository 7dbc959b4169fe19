/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Small GeoTIFFs of any kind, little-endian, tag by tag, of which our writer makes few: a strip per image (or a strip
 * per band), in EPSG:32612 at 500000, 4300000 with pixels of 30 m.
 */
public final class RawTiff {
    private record Value(int type, int count, byte[] bytes) {}

    private record Image(Map<Integer, Value> tags, List<byte[]> strips) {}

    private final List<Image> images = new ArrayList<>();

    /** Begins an image; a strip of no bytes is one that the file leaves out. */
    public RawTiff image(int width, int height, int bits, int format, byte[]... strips) {
        images.add(new Image(new TreeMap<>(), List.of(strips)));
        longs(256, width).longs(257, height).shorts(259, 1).shorts(262, 1).longs(278, height);
        return bands(1, bits, format);
    }

    /** Gives the image that was begun last so many bands. */
    public RawTiff bands(int count, int bits, int format) {
        int[] all = new int[count];
        java.util.Arrays.fill(all, bits);
        int[] formats = new int[count];
        java.util.Arrays.fill(formats, format);
        return shorts(258, all).shorts(339, formats).shorts(277, count);
    }

    public RawTiff shorts(int tag, int... values) {
        ByteBuffer bytes = buffer(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return put(tag, 3, values.length, bytes);
    }

    public RawTiff longs(int tag, int... values) {
        ByteBuffer bytes = buffer(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return put(tag, 4, values.length, bytes);
    }

    public RawTiff text(int tag, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        return put(tag, 2, bytes.length, ByteBuffer.wrap(bytes));
    }

    /** GDAL's nodata value. */
    public RawTiff noData(String number) {
        return text(42113, number);
    }

    /** GDAL's scale and offset of a band. */
    public RawTiff scale(String scale, String offset) {
        return text(
                42112,
                "<GDALMetadata><Item name=\"OFFSET\" sample=\"0\" role=\"offset\">" + offset
                        + "</Item><Item name=\"SCALE\" sample=\"0\" role=\"scale\">" + scale
                        + "</Item></GDALMetadata>");
    }

    private RawTiff doubles(int tag, double... values) {
        ByteBuffer bytes = buffer(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return put(tag, 12, values.length, bytes);
    }

    private RawTiff put(int tag, int type, int count, ByteBuffer bytes) {
        images.get(images.size() - 1).tags.put(tag, new Value(type, count, taken(bytes)));
        return this;
    }

    private static byte[] taken(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] int16(int... values) {
        ByteBuffer bytes = buffer(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return taken(bytes);
    }

    public static byte[] int32(long... values) {
        ByteBuffer bytes = buffer(4 * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return taken(bytes);
    }

    public static byte[] float32(float... values) {
        ByteBuffer bytes = buffer(4 * values.length);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return taken(bytes);
    }

    public static byte[] float64(double... values) {
        ByteBuffer bytes = buffer(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return taken(bytes);
    }

    /** Writes the file; the first image gets the place on the earth. */
    public Path write(Path file) throws IOException {
        Image first = images.get(0);
        Image last = images.get(images.size() - 1);
        images.remove(images.size() - 1);
        images.add(first);
        doubles(33550, 30, 30, 0).doubles(33922, 0, 0, 0, 500_000, 4_300_000, 0);
        shorts(34735, 1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32612);
        images.remove(images.size() - 1);
        images.add(last);
        ByteBuffer out = buffer(1 << 16);
        out.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        for (int i = 0; i < images.size(); i++) {
            write(images.get(i), out, i == images.size() - 1);
        }
        byte[] all = new byte[out.position()];
        out.get(0, all);
        return Files.write(file, all);
    }

    private static void write(Image image, ByteBuffer out, boolean last) {
        int count = image.strips.size();
        byte[] places = new byte[4 * count];
        byte[] sizes = new byte[4 * count];
        ByteBuffer offsets = ByteBuffer.wrap(places).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer lengths = ByteBuffer.wrap(sizes).order(ByteOrder.LITTLE_ENDIAN);
        image.tags.put(273, new Value(4, count, places));
        image.tags.put(279, new Value(4, count, sizes));
        int behind = out.position() + 2 + 12 * image.tags.size() + 4;
        for (byte[] strip : image.strips) {
            offsets.putInt(strip.length == 0 ? 0 : behind);
            lengths.putInt(strip.length);
            behind += strip.length + strip.length % 2;
        }
        int next = behind;
        for (Value value : image.tags.values()) {
            next += value.bytes.length > 4 ? value.bytes.length + value.bytes.length % 2 : 0;
        }
        out.putShort((short) image.tags.size());
        for (Map.Entry<Integer, Value> tag : image.tags.entrySet()) {
            Value value = tag.getValue();
            out.putShort((short) (int) tag.getKey())
                    .putShort((short) value.type)
                    .putInt(value.count);
            if (value.bytes.length > 4) {
                out.putInt(behind);
                behind += value.bytes.length + value.bytes.length % 2;
            } else {
                out.put(value.bytes).put(new byte[4 - value.bytes.length]);
            }
        }
        out.putInt(last ? 0 : next);
        image.strips.forEach(strip -> out.put(strip).put(new byte[strip.length % 2]));
        for (Value value : image.tags.values()) {
            if (value.bytes.length > 4) {
                out.put(value.bytes).put(new byte[value.bytes.length % 2]);
            }
        }
    }
}
