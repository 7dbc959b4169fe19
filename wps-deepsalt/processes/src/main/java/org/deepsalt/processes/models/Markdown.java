/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.models;

import java.util.Locale;

/** A text in Markdown (CommonMark, with the tables of GitHub), written line by line. Not thread-safe. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String title) {
        text.append(text.isEmpty() ? "" : "\n")
                .append("#".repeat(level))
                .append(' ')
                .append(plain(title))
                .append("\n\n");
        return this;
    }

    /** Adds a paragraph of text that is Markdown already. */
    Markdown paragraph(String sentence) {
        text.append(sentence).append("\n\n");
        return this;
    }

    /** Adds a line to a list; its text is Markdown already. */
    Markdown item(String sentence) {
        text.append("- ").append(sentence).append('\n');
        return this;
    }

    /** Begins a table with its head; rows follow. */
    Markdown head(String... cells) {
        return row(cells).row("---|".repeat(cells.length - 1).concat("---").split("\\|"));
    }

    /** Adds a row to a table. */
    Markdown row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    /** Ends a list or a table. */
    Markdown end() {
        text.append('\n');
        return this;
    }

    /** Escapes a text that others have written, so that a title cannot bring in links or HTML. */
    static String plain(String words) {
        return words.replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
    }

    /** Formats a name as code. */
    static String code(String name) {
        return "`" + name.replaceAll("\\s+", " ").replace('`', '\'').replace('|', '/') + "`";
    }

    /** Formats a number with four significant digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "not known";
        }
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value)
                        .replaceAll("(\\.\\d*?)0+$", "$1")
                        .replaceAll("\\.$", "");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
