/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes each record of a log as one line, with the stack of an error in lines of their own that begin with a tab.
 * Whatever the values in it are, none of them begins a line. Thread-safe.
 */
final class LogLines extends Formatter {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    @Override
    public String format(LogRecord entry) {
        String head = String.format(
                Locale.ROOT, "%1$tF %1$tT %2$s %3$s: ", entry.getMillis(), entry.getLevel(), entry.getLoggerName());
        StringBuilder text = new StringBuilder(line(head + formatMessage(entry))).append(System.lineSeparator());
        append(text, "", entry.getThrown());
        return text.toString();
    }

    private static void append(StringBuilder text, String before, @Nullable Throwable error) {
        if (error == null) {
            return;
        }
        text.append('\t').append(before).append(line(error.toString())).append(System.lineSeparator());
        for (StackTraceElement frame : error.getStackTrace()) {
            text.append("\t  at ").append(line(frame.toString())).append(System.lineSeparator());
        }
        append(text, "caused by ", error.getCause());
    }

    private static String line(@Nullable String text) {
        return BREAKS.matcher(String.valueOf(text)).replaceAll(" ");
    }
}
