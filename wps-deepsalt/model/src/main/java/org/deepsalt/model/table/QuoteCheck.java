/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a CSV file, which ends with an error if a quote is still open: the rows behind it would be one cell, and
 * readers that say nothing lose them. Quotes count at the beginning of a cell alone, as in RFC 4180. Not thread-safe.
 */
final class QuoteCheck extends FilterReader {
    private enum State {
        BEGIN,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final char separator;
    private State state = State.BEGIN;
    private long line = 1;
    private long opened;

    QuoteCheck(Reader text, char separator) {
        super(text);
        this.separator = separator;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int got = super.read(target, from, length);
        for (int i = from; i < from + got; i++) {
            next(target[i]);
        }
        if (got < 0 && state == State.QUOTED) {
            throw new IOException("a quote that opens in line " + opened + " is never closed");
        }
        return got;
    }

    private void next(char c) {
        line += c == '\n' ? 1 : 0;
        switch (state) {
            case BEGIN -> {
                if (c == '"') {
                    opened = line;
                    state = State.QUOTED;
                } else if (!ends(c)) {
                    state = State.PLAIN;
                }
            }
            case PLAIN -> state = ends(c) ? State.BEGIN : State.PLAIN;
            case QUOTED -> state = c == '"' ? State.CLOSED : State.QUOTED;
            case CLOSED -> state = c == '"' ? State.QUOTED : ends(c) ? State.BEGIN : State.PLAIN;
        }
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }
}
