/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.matrix.Matrix;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The native tensors that one run of a session reads; they live until this is closed. */
final class Feed implements AutoCloseable {
    private final Session.Runner runner;
    private final List<TFloat32> tensors = new ArrayList<>();

    Feed(Session.Runner runner, Map<Placeholder<TFloat32>, Matrix> data) {
        this.runner = runner;
        data.forEach((target, matrix) -> add(
                target,
                TFloat32.tensorOf(
                        Shape.of(matrix.rows(), matrix.columns()), DataBuffers.of(matrix.values(), true, false))));
    }

    void add(Placeholder<TFloat32> target, TFloat32 tensor) {
        tensors.add(tensor);
        runner.feed(target, tensor);
    }

    @Override
    public void close() {
        tensors.forEach(TFloat32::close);
    }
}
