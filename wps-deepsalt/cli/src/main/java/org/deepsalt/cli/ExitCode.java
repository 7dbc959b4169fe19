/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

/** Exit codes of the command line. */
public final class ExitCode {
    /** The command did what it should. */
    public static final int OK = 0;

    /** The work failed. */
    public static final int FAILED = 1;

    static final int USAGE = 2;
    static final int CANCELLED = 3;

    private ExitCode() {}
}
