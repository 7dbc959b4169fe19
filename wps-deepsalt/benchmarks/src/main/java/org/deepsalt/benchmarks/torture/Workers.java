/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;
import org.deepsalt.model.CancelledException;
import org.jspecify.annotations.Nullable;

/** Runs several works at once and waits for all. Stateless. */
final class Workers {
    private Workers() {}

    /** Something to do. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** A work that fails is a violation: it went on as far as it could. */
    static void run(List<Work> works, Findings findings) throws InterruptedException {
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Future<?>> all = new ArrayList<>();
        for (Work work : works) {
            all.add(pool.submit(() -> {
                work.run();
                return null;
            }));
        }
        try {
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof CancelledException) {
                        throw new CancelledException();
                    }
                    findings.violation(new Violation(
                            "campaign", 0, "an attack ended early: " + e.getCause(), trace(e.getCause())));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static String trace(@Nullable Throwable cause) {
        if (cause == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (StackTraceElement element : cause.getStackTrace()) {
            text.append(element).append(System.lineSeparator());
        }
        return text.toString();
    }
}
