/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import org.deepsalt.raster.scene.PixelReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** One window of 128 x 128 pixels and 224 bands, int16, deflate with predictor, on its way from the file to rows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WindowBenchmark {
    /** Decoding alone. */
    @Benchmark
    public float[] decode(SceneState scene) {
        scene.image.read(scene.next(), scene.bands, scene.numbers);
        return scene.numbers;
    }

    /** Decoding through the reader of GeoTools, as files are that we do not decode ourselves. */
    @Benchmark
    public float[] decodeThroughGeoTools(SceneState scene) {
        scene.throughGeoTools.read(scene.next(), scene.bands, scene.numbers);
        return scene.numbers;
    }

    /** Decoding, scaling and masking. */
    @Benchmark
    public PixelReader.Pixels decodeScaleAndMask(SceneState scene) {
        return scene.pixels.read(scene.next());
    }
}
