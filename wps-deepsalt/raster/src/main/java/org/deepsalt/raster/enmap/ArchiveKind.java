/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;

/** What kind of archive a file is, told by its first bytes. */
enum ArchiveKind {
    NONE,
    ZIP,
    TAR,
    /** A tar archive in gzip, or a gzip file of something else. */
    GZIP,
    SEVEN_ZIP,
    RAR,
    XZ,
    BZIP2,
    ZSTANDARD;

    private static final int HEAD = 264;

    static ArchiveKind of(Path file) {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try (InputStream bytes = RegularFile.stream(file)) {
            return of(bytes.readNBytes(HEAD));
        } catch (IOException e) {
            throw new DeepSaltException(
                    "'" + file.getFileName() + "' cannot be read: " + e.getMessage()
                            + "; check the file and its rights",
                    e);
        }
    }

    private static ArchiveKind of(byte[] head) {
        if (begins(head, 'P', 'K')) {
            return ZIP;
        } else if (begins(head, 0x1f, 0x8b)) {
            return GZIP;
        } else if (begins(head, '7', 'z', 0xbc, 0xaf)) {
            return SEVEN_ZIP;
        } else if (begins(head, 'R', 'a', 'r', '!')) {
            return RAR;
        } else if (begins(head, 0xfd, '7', 'z', 'X', 'Z')) {
            return XZ;
        } else if (begins(head, 'B', 'Z', 'h')) {
            return BZIP2;
        } else if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return ZSTANDARD;
        }
        return isTar(head) ? TAR : NONE;
    }

    private static boolean begins(byte[] head, int... wanted) {
        boolean same = head.length >= wanted.length;
        for (int i = 0; same && i < wanted.length; i++) {
            same = Byte.toUnsignedInt(head[i]) == wanted[i];
        }
        return same;
    }

    /** POSIX 1003.1 and GNU archives have this word in the header of the first file. */
    private static boolean isTar(byte[] head) {
        return head.length >= 262
                && new String(head, 257, 5, java.nio.charset.StandardCharsets.US_ASCII).equals("ustar");
    }

    /** The bytes of a tar archive, unpacked if they are packed. */
    static InputStream tar(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(RegularFile.stream(file), 1 << 16);
        try {
            if (of(file) != GZIP) {
                return bytes;
            }
            InputStream unpacked = new BufferedInputStream(new GZIPInputStream(bytes, 1 << 16), 1 << 16);
            unpacked.mark(HEAD);
            if (!isTar(unpacked.readNBytes(HEAD))) {
                throw new DeepSaltException("'" + file.getFileName()
                        + "' is a gzip file with something else than a tar archive in it: unpack it and give what comes"
                        + " out");
            }
            unpacked.reset();
            return unpacked;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }
}
