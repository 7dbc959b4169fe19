/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.table;

/**
 * What counts as a number in a text that people write: decimal digits with an optional sign, point and exponent. Java's
 * own parser also takes {@code 5.3f}, {@code 0x1p3}, {@code NaN} and {@code Infinity}, which in a table or a request
 * are slips or units, and no measured values. Stateless.
 */
public final class DecimalText {
    private DecimalText() {}

    /**
     * Reads a number; blanks around it do not matter.
     *
     * @return NaN if the text is no number, or one beyond what a double can hold
     */
    public static double parse(String text) {
        String plain = text.strip();
        for (int i = 0; i < plain.length(); i++) {
            if (!isPart(plain.charAt(i))) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(plain);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isPart(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
}
