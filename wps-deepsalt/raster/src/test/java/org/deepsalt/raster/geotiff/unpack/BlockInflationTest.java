/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system's library against Java's: the same bytes, and the same words where a block is damaged. */
class BlockInflationTest {
    private static final int ROW = 300;
    private static final int ROWS = 40;
    private static final int ROUNDS = 400;

    @TempDir
    Path folder;

    @Test
    void bothWaysGiveTheSameRowsOrTheSameWords() throws Exception {
        assumeTrue(Libdeflate.isPresent(), "libdeflate is not installed");
        Random random = new Random(7);
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] packed = packed(random, ROW * (ROWS - random.nextInt(3)));
            switch (random.nextInt(4)) {
                case 0 -> packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> packed = Arrays.copyOf(packed, random.nextInt(packed.length));
                case 2 -> packed = Arrays.copyOf(packed, packed.length + random.nextInt(6));
                default -> {}
            }
            int height = ROWS - random.nextInt(2);
            String expected = outcome(packed, height, Inflation::new);
            assertThat(outcome(packed, height, block -> new BlockInflation(block, ROW * ROWS)))
                    .isEqualTo(expected);
            told += expected.startsWith("damaged") ? 1 : 0;
        }
        assertThat(told).isBetween(ROUNDS / 2, ROUNDS - ROUNDS / 10);
    }

    @Test
    void oneUnpackerReadsManyBlocksOfDifferentSizes() throws Exception {
        assumeTrue(Libdeflate.isPresent(), "libdeflate is not installed");
        Random random = new Random(11);
        byte[] first = packed(random, ROW);
        byte[] second = packed(random, ROW * ROWS);
        Path file = folder.resolve("blocks");
        Files.write(file, first);
        Files.write(file, second, java.nio.file.StandardOpenOption.APPEND);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            PackedBlock block = new PackedBlock(bytes);
            try (BlockInflation unpacker = new BlockInflation(block, ROW * ROWS)) {
                byte[] row = new byte[ROW];
                for (int turn = 0; turn < 2; turn++) {
                    block.start(0, first.length);
                    unpacker.start();
                    assertThat(unpacker.read(row, ROW)).isEqualTo(ROW);
                    unpacker.finish(0);
                    assertThat(unpacker.read(row, ROW)).isZero();
                    block.start(first.length, second.length);
                    unpacker.start();
                    assertThat(unpacker.read(row, ROW)).isEqualTo(ROW);
                }
            }
        }
    }

    /** Half noise and half runs, as scenes are. */
    private static byte[] packed(Random random, int size) throws IOException {
        byte[] plain = new byte[size];
        random.nextBytes(plain);
        Arrays.fill(plain, size / 4, size / 2, (byte) 5);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(plain);
        }
        return packed.toByteArray();
    }

    private interface Way {
        Unpacker of(PackedBlock block);
    }

    private String outcome(byte[] packed, int height, Way way) throws IOException {
        Path file = Files.write(folder.resolve("block"), packed);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            PackedBlock block = new PackedBlock(bytes);
            block.start(0, packed.length);
            StringBuilder rows = new StringBuilder();
            try (Unpacker unpacker = way.of(block)) {
                unpacker.start();
                byte[] row = new byte[ROW];
                for (int i = 0; i < height; i++) {
                    if (unpacker.read(row, ROW) < ROW) {
                        return "damaged, row " + i + rows;
                    }
                    rows.append(HexFormat.of().formatHex(row));
                }
                unpacker.finish((long) (ROWS - height) * ROW);
                return rows.toString();
            } catch (IOException e) {
                return "damaged, " + e.getMessage() + rows;
            }
        }
    }
}
