/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.table;

/**
 * Reads the numbers of a table's cells. Where cells are not separated by commas, a comma may be the decimal mark, as
 * spreadsheets of many countries write it; a table that uses both marks is ambiguous, since its commas may
 * separate thousands. Not thread-safe.
 */
public final class CellNumbers {
    private final boolean commaMayBeDecimal;
    private boolean comma;
    private boolean point;

    /** @param separator of the table's cells */
    CellNumbers(char separator) {
        this.commaMayBeDecimal = separator != ',';
    }

    /**
     * The number in a cell.
     *
     * @return NaN if the text is no number
     */
    public double parse(String text) {
        int at = text.indexOf(',');
        if (at < 0) {
            double value = DecimalText.parse(text);
            point |= text.indexOf('.') >= 0 && !Double.isNaN(value);
            return value;
        }
        if (!commaMayBeDecimal || text.indexOf('.') >= 0 || text.indexOf(',', at + 1) >= 0) {
            return Double.NaN;
        }
        double value = DecimalText.parse(text.replace(',', '.'));
        comma |= !Double.isNaN(value);
        return value;
    }

    /** Whether numbers with a decimal comma and numbers with a decimal point were read. */
    public boolean mixed() {
        return comma && point;
    }
}
