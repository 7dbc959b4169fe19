/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import java.util.Locale;

/** Kinds of attacks, in the order in which a campaign makes them; the last three go on at the same time. */
public enum AttackKind {
    /** Executions that are dismissed at any moment. */
    DISMISSALS,
    /** Clients that send and read a byte at a time. */
    DAWDLERS,
    /** A data directory on a small disk. */
    FULL_DISK,
    /** Malformed inputs of all kinds. */
    MALFORMED,
    /** A host that is killed and started again. */
    KILLS,
    /** Many clients with proper requests. */
    LOAD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
