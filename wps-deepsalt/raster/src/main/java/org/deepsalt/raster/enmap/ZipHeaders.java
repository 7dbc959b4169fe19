/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/**
 * What a ZIP says of its files, before any is unpacked. The directory at its end must call them what the headers before
 * the files call them: a name has no checksum, and damage would turn a quality image, which a scene can do without,
 * into a file that nobody asks for. Stateless.
 */
final class ZipHeaders {
    /** PKWARE's APPNOTE, 4.3.7: the bytes before a name. */
    private static final int HEADER = 30;

    private static final int SIGNATURE = 0x04034b50;
    private static final int NAME_LENGTH = 26;

    private ZipHeaders() {}

    /** @throws DeepSaltException if a name differs, or a file is packed or encrypted in a way that is not read */
    static void check(Path zip, ArchiveContents contents) throws IOException {
        try (ZipFile archive = ZipFile.builder()
                        .setPath(zip)
                        .setIgnoreLocalFileHeader(true)
                        .get();
                RandomAccessFile bytes = new RandomAccessFile(zip.toFile(), "r")) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntriesInPhysicalOrder())) {
                requireReadable(entry, contents);
                byte[] name = name(bytes, entry.getLocalHeaderOffset());
                if (!Arrays.equals(name, entry.getRawName())) {
                    throw contents.damaged("its directory calls a file '" + entry.getName() + "' that calls itself '"
                            + new String(name, StandardCharsets.UTF_8) + "'");
                }
            }
        }
    }

    private static void requireReadable(ZipArchiveEntry entry, ArchiveContents contents) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw contents.packed("'" + entry.getName() + "' is encrypted");
        }
        int method = entry.getMethod();
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            ZipMethod known = ZipMethod.getMethodByCode(method);
            throw contents.packed("'" + entry.getName() + "' is compressed with "
                    + (known == null ? "method " + method : known.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static byte[] name(RandomAccessFile file, long offset) throws IOException {
        byte[] header = new byte[HEADER];
        try {
            file.seek(offset);
            file.readFully(header);
            ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            if (fields.getInt(0) == SIGNATURE) {
                byte[] name = new byte[Short.toUnsignedInt(fields.getShort(NAME_LENGTH))];
                file.readFully(name);
                return name;
            }
        } catch (EOFException e) {
            throw nothingAt(offset, e);
        }
        throw nothingAt(offset, null);
    }

    private static IOException nothingAt(long offset, @Nullable EOFException cause) {
        return new IOException("no file begins at byte " + offset + ", where its directory has one", cause);
    }
}
