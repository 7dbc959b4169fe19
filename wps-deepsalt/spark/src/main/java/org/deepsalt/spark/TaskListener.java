/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.spark;

import org.apache.spark.TaskContext;
import org.geotools.data.util.DefaultProgressListener;

/** Cancels a scene when Spark kills its task, as it does with the slower of two copies. */
final class TaskListener extends DefaultProgressListener {
    private final TaskContext context = TaskContext.get();

    @Override
    public boolean isCanceled() {
        return context != null && context.isInterrupted();
    }
}
