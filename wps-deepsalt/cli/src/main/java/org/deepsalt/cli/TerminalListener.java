/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.geotools.data.util.DefaultProgressListener;

/**
 * Shows progress: a bar that stays on its line where there is a terminal, otherwise one plain line whenever ten per
 * cent more are done or the task changes. May be cancelled from another thread.
 */
final class TerminalListener extends DefaultProgressListener {
    private static final int BAR = 30;
    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long drawn;
    private String shownTask = "";
    private int shownTens = -1;

    TerminalListener(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether standard error is a terminal, as the start script found out: Java can tell only since version 22. */
    static boolean isTerminal() {
        return Boolean.getBoolean("deepsalt.terminal");
    }

    @Override
    public void progress(float percent) {
        super.progress(percent);
        String task = getTask() == null ? "" : getTask().toString();
        if (terminal) {
            draw(percent, task);
        } else {
            print(percent, task);
        }
    }

    private void draw(float percent, String task) {
        long now = System.nanoTime();
        if (now - drawn < REDRAW_NANOS && percent < 100) {
            return;
        }
        drawn = now;
        int filled = Math.round(BAR * percent / 100);
        String bar = "#".repeat(filled) + "-".repeat(BAR - filled);
        out.print(String.format(
                Locale.ROOT, "\r\u001b[K[%s] %3.0f %% %4.0f s  %s", bar, percent, (now - start) / 1e9, task));
        if (percent >= 100) {
            out.println();
        }
        out.flush();
    }

    private void print(float percent, String task) {
        String kind = NUMBERS.matcher(task).replaceAll("");
        int tens = (int) percent / 10;
        if (!kind.equals(shownTask) || tens > shownTens) {
            shownTask = kind;
            shownTens = tens;
            out.println(String.format(Locale.ROOT, "%3.0f %% %s", percent, task));
        }
    }
}
