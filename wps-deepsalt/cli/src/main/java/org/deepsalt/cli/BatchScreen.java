/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;
import org.deepsalt.batch.run.BatchListener;

/** Shows a batch: a line that is drawn anew where there is a terminal, and a line per scene that has no result. */
final class BatchScreen implements BatchListener {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final long REDRAW_NANOS = 200_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private long drawn;
    private int shown = -1;

    BatchScreen(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void finished(JobRecord record) {
        if (record.status() != JobStatus.DONE) {
            err.println((terminal ? "\r\u001b[K" : "") + record.scene() + ": " + record.reason());
        }
    }

    @Override
    public void progress(int done, int all, double fraction, Optional<Duration> left) {
        long now = System.nanoTime();
        if (terminal ? now - drawn < REDRAW_NANOS && done < all : done == shown) {
            return;
        }
        drawn = now;
        shown = done;
        String line = String.format(
                Locale.ROOT,
                "%d of %d scenes, %.0f %%%s",
                done,
                all,
                100 * fraction,
                left.map(BatchScreen::end).orElse(""));
        if (terminal) {
            err.print("\r\u001b[K" + line + (done == all ? System.lineSeparator() : ""));
            err.flush();
        } else {
            err.println(line);
        }
    }

    private static String end(Duration left) {
        if (left.isZero()) {
            return "";
        }
        LocalDateTime end = LocalDateTime.now(ZoneId.systemDefault()).plus(left);
        return ", ends about " + (left.toHours() < 12 ? TIME : DAY).format(end);
    }
}
