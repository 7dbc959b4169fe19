/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.xml;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.DeepSaltException;

/**
 * What a document is looked through for before it is parsed. Java's parser compares each declaration of a name space
 * with all others of its element, so that a megabyte of them takes a minute. Stateless.
 */
final class XmlLimits {
    private static final int MOST_NAME_SPACES = 500;
    private static final byte[] DECLARATION = "xmlns".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern READABLE = Pattern.compile("utf-?8|us-ascii|iso-8859-\\d{1,2}|windows-125\\d");
    private static final int PROLOGUE = 512;

    private XmlLimits() {}

    /**
     * Checks a document.
     *
     * @throws DeepSaltException if it declares too many name spaces, or is in an encoding in which they cannot be
     *     counted
     */
    static void require(byte[] document, String what) {
        requireEncoding(document, what);
        int count = 0;
        for (int i = 0; i <= document.length - DECLARATION.length; i++) {
            if (document[i] == 'x' && isDeclaration(document, i) && ++count > MOST_NAME_SPACES) {
                throw new DeepSaltException("'" + what + "' declares more than " + MOST_NAME_SPACES
                        + " name spaces: send it with those that it needs");
            }
        }
    }

    private static boolean isDeclaration(byte[] document, int at) {
        for (int i = 1; i < DECLARATION.length; i++) {
            if (document[at + i] != DECLARATION[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Encodings of two or four bytes have zeros beside the letters of a prologue, and those of mainframes no {@code <}.
     */
    private static void requireEncoding(byte[] document, String what) {
        String start = new String(document, 0, Math.min(PROLOGUE, document.length), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
        boolean readable = declared.find()
                ? READABLE.matcher(declared.group(1).toLowerCase(Locale.ROOT)).matches()
                : start.indexOf('<') >= 0 || start.isBlank();
        if (!readable || start.indexOf('\0') >= 0) {
            throw new DeepSaltException(
                    "'" + what + "' is not well-formed XML in an encoding that is read here: send it in" + " UTF-8");
        }
    }
}
