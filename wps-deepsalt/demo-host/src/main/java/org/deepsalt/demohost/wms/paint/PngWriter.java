/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures as PNG, with a palette where they have few colours as maps of classes do. The JDK's writer takes
 * several times as long as drawing the map. Stateless.
 */
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 3;
    private static final int CHUNK = 1 << 16;
    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_SUB = 1;

    private PngWriter() {}

    static void write(Canvas canvas, OutputStream out) throws IOException {
        Palette palette = Palette.of(canvas.pixels());
        boolean opaque = palette == null && isOpaque(canvas.pixels());
        out.write(SIGNATURE);
        header(canvas, palette != null ? 3 : opaque ? 2 : 6, out);
        if (palette != null) {
            chunk("PLTE", palette.colors(), palette.colors().length, out);
            chunk("tRNS", palette.alphas(), palette.alphas().length, out);
        }
        Deflater deflater = new Deflater(LEVEL);
        try (Chunks chunks = new Chunks(out);
                DeflaterOutputStream packed = new DeflaterOutputStream(chunks, deflater, CHUNK)) {
            if (palette != null) {
                indices(canvas, palette, packed);
            } else {
                colors(canvas, opaque ? 3 : 4, packed);
            }
        } finally {
            deflater.end();
        }
        chunk("IEND", new byte[0], 0, out);
    }

    private static boolean isOpaque(int[] pixels) {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }

    private static void header(Canvas canvas, int colorType, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(canvas.width());
        data.writeInt(canvas.height());
        data.write(new byte[] {8, (byte) colorType, 0, 0, 0});
        chunk("IHDR", bytes.toByteArray(), bytes.size(), out);
    }

    private static void indices(Canvas canvas, Palette palette, OutputStream out) throws IOException {
        byte[] row = new byte[1 + canvas.width()];
        row[0] = FILTER_NONE;
        int[] pixels = canvas.pixels();
        for (int start = 0; start < pixels.length; start += canvas.width()) {
            palette.indices(pixels, start, canvas.width(), row, 1);
            out.write(row);
        }
    }

    /** Each sample as its difference from the pixel to the left, which smooth pictures make small. */
    private static void colors(Canvas canvas, int samples, OutputStream out) throws IOException {
        byte[] row = new byte[1 + canvas.width() * samples];
        row[0] = FILTER_SUB;
        int[] pixels = canvas.pixels();
        for (int start = 0; start < pixels.length; start += canvas.width()) {
            int before = 0;
            int at = 1;
            for (int i = start; i < start + canvas.width(); i++) {
                int pixel = pixels[i];
                row[at++] = (byte) ((pixel >>> 16) - (before >>> 16));
                row[at++] = (byte) ((pixel >>> 8) - (before >>> 8));
                row[at++] = (byte) (pixel - before);
                if (samples == 4) {
                    row[at++] = (byte) ((pixel >>> 24) - (before >>> 24));
                }
                before = pixel;
            }
            out.write(row);
        }
    }

    private static void chunk(String type, byte[] content, int length, OutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content, 0, length);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(length);
        data.write(name);
        data.write(content, 0, length);
        data.writeInt((int) sum.getValue());
    }

    /** Cuts the stream of pixels into chunks. */
    private static final class Chunks extends OutputStream {
        private final OutputStream out;
        private final byte[] buffer = new byte[CHUNK];
        private int filled;

        private Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            while (from < offset + length) {
                int part = Math.min(CHUNK - filled, offset + length - from);
                System.arraycopy(bytes, from, buffer, filled, part);
                filled += part;
                from += part;
                if (filled == CHUNK) {
                    send();
                }
            }
        }

        private void send() throws IOException {
            chunk("IDAT", buffer, filled, out);
            filled = 0;
        }

        /** Ends the chunks, not the picture. */
        @Override
        public void close() throws IOException {
            if (filled > 0) {
                send();
            }
        }
    }
}
