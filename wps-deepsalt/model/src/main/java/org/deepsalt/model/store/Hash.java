/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.RegularFile;

/** SHA-256 of files, as lower-case hexadecimal text. */
public final class Hash {
    private static final int PIECE = 1 << 20;

    private Hash() {}

    /** Of a text in UTF-8. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256 of a file in hexadecimal digits. */
    public static String of(Path file) {
        return of(file, Progress.SILENT);
    }

    /** The same of a file that may be large, with a look at the progress for each piece of it. */
    public static String of(Path file, Progress progress) {
        try {
            MessageDigest digest = digest();
            byte[] piece = new byte[PIECE];
            try (InputStream bytes = RegularFile.stream(file)) {
                for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                    progress.report(0, "noting what the model is made from");
                    digest.update(piece, 0, read);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new DeepSaltException("'" + file.getFileName() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
