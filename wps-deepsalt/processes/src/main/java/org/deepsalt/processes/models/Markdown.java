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

    /** A paragraph, as it is. */
    Markdown paragraph(String sentence) {
        text.append(sentence).append("\n\n");
        return this;
    }

    /** A line of a list, as it is. */
    Markdown item(String sentence) {
        text.append("- ").append(sentence).append('\n');
        return this;
    }

    /** The head of a table; rows follow. */
    Markdown head(String... cells) {
        return row(cells).row("---|".repeat(cells.length - 1).concat("---").split("\\|"));
    }

    /** A row of a table. */
    Markdown row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    /** Ends a list or a table. */
    Markdown end() {
        text.append('\n');
        return this;
    }

    /** Somebody's words, in which nothing means anything but itself, so that a title cannot bring in links or HTML. */
    static String plain(String words) {
        return words.replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
    }

    /** A name in a typewriter's letters. */
    static String code(String name) {
        return "`" + name.replaceAll("\\s+", " ").replace('`', '\'').replace('|', '/') + "`";
    }

    /** A number with four digits that count. */
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
