/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LzwDecoderTest {
    private static final int CLEAR = 256;
    private static final int END = 257;

    @TempDir
    Path folder;

    /** The example of TIFF 6.0, page 60. */
    @Test
    void theSpecificationsExample() throws IOException {
        assertThat(unpack(10, CLEAR, 7, 258, 8, 8, 258, 6, 6, END)).containsExactly(7, 7, 7, 8, 8, 7, 7, 6, 6);
    }

    @Test
    void piecesOfAnyLengthGiveTheSame() throws IOException {
        int[] codes = {CLEAR, 7, 258, 8, 8, 258, 6, 6, END};
        assertThat(unpack(1, codes)).isEqualTo(unpack(100, codes)).isEqualTo(unpack(4, codes));
    }

    @Test
    void aBlockMayEndWithoutSayingSo() throws IOException {
        assertThat(unpack(10, CLEAR, 1, 2)).containsExactly(1, 2);
        assertThat(unpack(10)).isEmpty();
    }

    @Test
    void nothingComesAfterTheEnd() throws IOException {
        assertThat(unpack(1, CLEAR, 1, END, 2, 3)).containsExactly(1);
    }

    @Test
    void aCodeWithoutMeaningIsDamage() {
        assertThatThrownBy(() -> unpack(10, CLEAR, 1, 300))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("LZW code 300 has no meaning yet");
        assertThatThrownBy(() -> unpack(10, CLEAR, 258)).isInstanceOf(IOException.class);
    }

    /** Unpacks codes of nine bits. */
    private byte[] unpack(int piece, int... codes) throws IOException {
        byte[] packed = new byte[(codes.length * 9 + 7) / 8];
        for (int bit = 0; bit < codes.length * 9; bit++) {
            int value = codes[bit / 9] >> (8 - bit % 9) & 1;
            packed[bit / 8] |= (byte) (value << (7 - bit % 8));
        }
        Path file = Files.write(folder.resolve("packed"), packed);
        byte[] all = new byte[0];
        try (RandomAccessFile source = new RandomAccessFile(file.toFile(), "r")) {
            PackedBlock block = new PackedBlock(source);
            LzwDecoder decoder = new LzwDecoder(block);
            block.start(0, packed.length);
            decoder.start();
            byte[] part = new byte[piece];
            int got = piece;
            while (got == piece) {
                got = decoder.read(part, piece);
                byte[] longer = Arrays.copyOf(all, all.length + got);
                System.arraycopy(part, 0, longer, all.length, got);
                all = longer;
            }
        }
        return all;
    }
}
