/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

/** The colours of a picture that has at most 256 of them, found by hashing. Immutable once made. */
final class Palette {
    private static final int SLOTS = 1 << 10;
    private static final int MOST = 256;

    private final int[] keys = new int[SLOTS];
    private final short[] places = new short[SLOTS];
    private final int[] colors = new int[MOST];
    private int count;

    private Palette() {}

    /** The palette of some pixels, null if they have too many colours. */
    static Palette of(int[] pixels) {
        Palette palette = new Palette();
        int last = 0;
        boolean first = true;
        for (int pixel : pixels) {
            if (first || pixel != last) {
                if (!palette.add(pixel)) {
                    return null;
                }
                first = false;
                last = pixel;
            }
        }
        return palette;
    }

    private boolean add(int color) {
        int slot = slot(color);
        if (places[slot] == 0) {
            if (count == MOST) {
                return false;
            }
            colors[count++] = color;
            keys[slot] = color;
            places[slot] = (short) count;
        }
        return true;
    }

    /** The slot that holds a colour or would; a place is stored as its number from 1, so that 0 means free. */
    private int slot(int color) {
        int slot = (color * 0x9E3779B9) >>> 22;
        while (places[slot] != 0 && keys[slot] != color) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    /** Puts the numbers of colours into a row. */
    void indices(int[] pixels, int start, int length, byte[] row, int offset) {
        int last = 0;
        byte index = 0;
        for (int i = 0; i < length; i++) {
            int pixel = pixels[start + i];
            if (i == 0 || pixel != last) {
                index = (byte) (places[slot(pixel)] - 1);
                last = pixel;
            }
            row[offset + i] = index;
        }
    }

    /** Red, green and blue of each colour. */
    byte[] colors() {
        byte[] bytes = new byte[3 * count];
        for (int i = 0; i < count; i++) {
            bytes[3 * i] = (byte) (colors[i] >>> 16);
            bytes[3 * i + 1] = (byte) (colors[i] >>> 8);
            bytes[3 * i + 2] = (byte) colors[i];
        }
        return bytes;
    }

    /** Alpha of each colour. */
    byte[] alphas() {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (colors[i] >>> 24);
        }
        return bytes;
    }
}
