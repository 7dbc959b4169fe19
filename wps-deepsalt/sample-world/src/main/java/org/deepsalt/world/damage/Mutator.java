/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.damage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Damages valid inputs, by dice of a seed. Not thread-safe. */
public final class Mutator {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_:]{2,}");
    /** Texts in the place of numbers that readers stumble over. */
    public static final List<String> EXTREMES = List.of(
            "0",
            "-1",
            "-0.0",
            "1e309",
            "-1e308",
            "1e-400",
            "NaN",
            "Infinity",
            "-Infinity",
            "0x1p3",
            "5.3f",
            "1_000",
            "99999999999999999999",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "4294967295",
            "",
            " ",
            "1,5",
            "null",
            "true",
            "[]",
            "{}",
            "\u0661\u0662",
            "1e9",
            "180.0000001",
            "-90.1");

    private static final int[] NUMBERS = {0, 1, 2, 255, 256, 65535, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE, -1};

    private final Random random;

    /** The same seed does the same damage. */
    public Mutator(long seed) {
        this.random = new Random(seed);
        random.nextInt();
    }

    /** The dice that decide about the damage. */
    public Random random() {
        return random;
    }

    /** A damaged copy of bytes of which most values are possible, such as those of images and archives. */
    public byte[] binary(byte[] valid) {
        byte[] bytes = valid.clone();
        for (int i = 1 + random.nextInt(2); i > 0 && bytes.length > 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    /** A damaged copy of a text: its bytes, or its numbers and words. */
    public byte[] text(byte[] valid) {
        byte[] bytes = valid;
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes = switch (random.nextInt(4)) {
                case 0 -> once(bytes);
                case 1 -> replaced(bytes, WORD, null);
                default -> replaced(bytes, NUMBER, EXTREMES);
            };
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(bytes.length - at, 64));
        return switch (random.nextInt(7)) {
            case 0, 1 -> flipped(bytes, at);
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            case 5 -> swapped(bytes, at, random.nextInt(bytes.length), length);
            default -> overwritten(bytes, at, length);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes = bytes.clone();
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] overwritten(byte[] bytes, int at, int length) {
        bytes = bytes.clone();
        Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0 : random.nextInt(256)));
        return bytes;
    }

    private static byte[] swapped(byte[] bytes, int one, int other, int length) {
        int size = Math.min(length, Math.min(bytes.length - one, bytes.length - other));
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, one, swapped, other, size);
        System.arraycopy(bytes, other, swapped, one, size);
        return swapped;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A place that a pattern finds gets another text, one of the choices or of the other places. */
    private byte[] replaced(byte[] bytes, Pattern pattern, @Nullable List<String> choices) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<MatchResult> places =
                new ArrayList<>(pattern.matcher(text).results().toList());
        if (places.isEmpty()) {
            return bytes;
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        String other = choices == null
                ? places.get(random.nextInt(places.size())).group()
                : choices.get(random.nextInt(choices.size()));
        return (text.substring(0, place.start()) + other + text.substring(place.end()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A TIFF with one field of its first directory changed: type, count or value. */
    public byte[] tag(byte[] valid) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(valid.clone());
        bytes.order(valid[0] == 'I' ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        boolean big = bytes.getShort(2) == 43;
        int directory = (int) (big ? bytes.getLong(8) : bytes.getInt(4));
        int count = (int) (big ? bytes.getLong(directory) : bytes.getShort(directory));
        int entry = directory + (big ? 8 : 2) + random.nextInt(count) * (big ? 20 : 12);
        int number = NUMBERS[random.nextInt(NUMBERS.length)];
        switch (random.nextInt(5)) {
            case 0 -> bytes.putShort(entry + 2, (short) random.nextInt(20));
            case 1 -> put(bytes, entry + 4, number, big);
            case 2 -> bytes.putShort(entry, (short) (bytes.getShort(entry) + 1 - random.nextInt(3)));
            default -> put(bytes, entry + (big ? 12 : 8), number, big);
        }
        return bytes.array();
    }

    private void put(java.nio.ByteBuffer bytes, int at, int number, boolean big) {
        if (big) {
            bytes.putLong(at, random.nextBoolean() ? number : (long) number << 32);
        } else if (random.nextBoolean()) {
            bytes.putShort(at, (short) number);
        } else {
            bytes.putInt(at, number);
        }
    }
}
