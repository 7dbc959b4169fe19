/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.layer.Parameters;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;

/**
 * Writes an estimator as a TensorFlow SavedModel with one input {@code pixels} and one output {@code answers}, and the
 * same once more for bfloat16 under another signature. The graph is built anew with constants, so that nothing of the
 * training (optimiser, gradients, variables) travels with it.
 */
public final class SavedModelWriter {
    static final String INPUT = "pixels";
    static final String OUTPUT = "answers";

    /** Signature of the graph that multiplies in float32. */
    static final String FLOAT32 = "serving_default";

    /** Signature of the graph whose layers multiply in bfloat16. */
    static final String BFLOAT16 = "bfloat16";

    /**
     * Name of a constant with smallest and largest answer, which nothing computes with: it travels for {@link #range}.
     */
    private static final String RANGE = "output_range";

    private static final String FILE = "saved_model.pb";

    private SavedModelWriter() {}

    /** Writes into a folder that does not exist yet. */
    public static void write(EstimatorNet net, Parameters trained, Path folder) throws IOException {
        FoldedNet folded = new FoldedNet(net, net.needed(trained));
        Map<String, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>>> graphs = new LinkedHashMap<>();
        graphs.put(FLOAT32, folded::apply);
        graphs.put(BFLOAT16, folded::applyInBfloat16);
        write(net, graphs, folder);
    }

    /** Writes a graph from pixels to answers; see {@link EstimatorNet#apply} for their columns. */
    static void write(EstimatorNet net, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> answers, Path folder)
            throws IOException {
        write(net, Map.of(FLOAT32, answers), folder);
    }

    private static void write(
            EstimatorNet net, Map<String, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>>> graphs, Path folder)
            throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorFlow.sessions())) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> pixels =
                    tf.withName(INPUT).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, net.inputs())));
            List<Signature> signatures = new ArrayList<>();
            graphs.forEach((key, answers) -> {
                String name = key.equals(FLOAT32) ? OUTPUT : OUTPUT + "_" + key;
                signatures.add(Signature.builder()
                        .key(key)
                        .input(INPUT, pixels)
                        .output(OUTPUT, tf.withName(name).identity(answers.apply(tf, pixels)))
                        .build());
            });
            OutputRange range = net.range();
            tf.withName(RANGE).constant(new double[] {range.minimum(), range.maximum()});
            SavedModelBundle.Exporter exporter =
                    SavedModelBundle.exporter(folder.toString()).withSession(session);
            signatures.forEach(exporter::withSignature);
            exporter.export();
        } catch (TensorFlowException e) {
            // TensorFlow writes in native code, which tells a full disk in words of its own.
            throw new IOException(e.getMessage(), e);
        }
        sort(folder.resolve(FILE));
    }

    /** The same file with the entries of maps in order, so that equal models give equal bytes and hashes. */
    private static void sort(Path file) throws IOException {
        SavedModel model = read(file);
        try (OutputStream bytes = Files.newOutputStream(file)) {
            CodedOutputStream sorted = CodedOutputStream.newInstance(bytes);
            sorted.useDeterministicSerialization();
            model.writeTo(sorted);
            sorted.flush();
        }
    }

    /**
     * Whether a SavedModel has a graph for bfloat16, which those of earlier versions lack.
     *
     * @throws IOException if the file cannot be read
     */
    static boolean hasBfloat16(Path folder) throws IOException {
        return read(folder.resolve(FILE)).getMetaGraphs(0).containsSignatureDef(BFLOAT16);
    }

    /**
     * The range within which the net of a SavedModel answers, whatever anything beside it says.
     *
     * @throws IOException if the file cannot be read
     * @throws DeepSaltException if it does not say
     */
    public static OutputRange range(Path folder) throws IOException {
        for (NodeDef node :
                read(folder.resolve(FILE)).getMetaGraphs(0).getGraphDef().getNodeList()) {
            if (node.getName().equals(RANGE)) {
                DoubleBuffer bounds = node.getAttrOrThrow("value")
                        .getTensor()
                        .getTensorContent()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asDoubleBuffer();
                return new OutputRange(bounds.get(0), bounds.get(1));
            }
        }
        throw new DeepSaltException("the model's net does not say within which range it answers: train it again");
    }

    private static SavedModel read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return SavedModel.parseFrom(bytes);
        }
    }
}
