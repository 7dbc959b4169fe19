/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.time.Duration;
import java.util.Optional;
import org.deepsalt.batch.job.JobRecord;

/** Hears how a batch goes on. Called by several threads, one at a time. */
public interface BatchListener {
    /** A scene has a record. */
    void finished(JobRecord record);

    /**
     * How far all is.
     *
     * @param done scenes that have a record
     * @param all scenes
     * @param fraction of the bytes that have been worked off, 0 to 1
     * @param left expected time to the end; empty as long as nobody can tell
     */
    void progress(int done, int all, double fraction, Optional<Duration> left);
}
