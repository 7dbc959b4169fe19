/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.io.PrintStream;
import org.deepsalt.batch.BatchWorld;

/** A worker's process. */
final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream messages = System.out;
        System.setOut(System.err);
        new WorkerLoop(messages).run(System.in, BatchWorld.SETTINGS);
    }
}
