/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {
    private static final String FORGED = "2026-01-01 00:00:00 SEVERE all is lost";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\u001B\n"})
    void noValueBeginsALine(String lineBreak) {
        String value = "x" + lineBreak + FORGED;
        LogRecord entry = new LogRecord(Level.WARNING, "layer {0} of " + value);
        entry.setLoggerName("org.deepsalt" + lineBreak + "x");
        entry.setParameters(new Object[] {value});
        entry.setThrown(new IllegalStateException(value, new IllegalArgumentException(value)));

        List<String> lines = new LogLines().format(entry).lines().toList();

        assertThat(lines.get(0)).contains("WARNING org.deepsalt x: layer x ").endsWith(FORGED);
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("\t").doesNotContain("\u0085", "\u2028", "\u2029"))
                .anySatisfy(line -> assertThat(line).startsWith("\tcaused by java.lang.IllegalArgumentException: x "));
    }

    @Test
    void everythingThatTheCommandLineLogsGoesThroughIt() {
        LoggingSetup.apply();
        Handler[] handlers = Logger.getLogger("").getHandlers();
        assertThat(handlers).isNotEmpty();
        assertThat(handlers)
                .allSatisfy(handler -> assertThat(handler.getFormatter()).isInstanceOf(LogLines.class));
    }
}
