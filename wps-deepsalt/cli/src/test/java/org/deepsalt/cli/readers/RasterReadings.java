/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.deepsalt.cli.readers.RasterKinds.Kind;
import org.deepsalt.cli.readers.RasterSpec.Role;
import org.deepsalt.raster.coverage.WarpedSource.Sampling;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.world.damage.Mutator;

/** Rasters of all kinds, damaged. */
final class RasterReadings {
    private final List<Kind> kinds =
            RasterKinds.all().stream().filter(kind -> kind.refusal() == null).toList();

    /** Reads valid rasters, so that what is loaded only once takes nobody's time. */
    static void warmUp(Path home) throws Exception {
        Paths.statistics(RasterFiles.write(new RasterSpec(Role.MAP, 1), home.resolve("map.tif")));
        Paths.scene(RasterFiles.write(new RasterSpec(Role.SCENE, 1), home.resolve("scene.tif")));
    }

    /** Readers by name. */
    Map<String, Reading> all() {
        return Map.of(
                "GeoTIFF", this::geoTiff,
                "GeoTIFF tags", this::geoTiffTags,
                "GeoTIFF with check sums", this::deflated,
                "scene", this::scene,
                "files beside a GeoTIFF", this::beside);
    }

    private RasterSpec spec(Mutator mutator, Role role) {
        Random random = mutator.random();
        RasterSpec spec = new RasterSpec(role, random.nextInt(1000));
        kinds.get(random.nextInt(kinds.size())).change().accept(spec);
        return spec;
    }

    private void geoTiff(Mutator mutator, Path folder) throws IOException {
        RasterSpec spec = spec(mutator, Role.MAP);
        Path file = RasterFiles.write(spec, folder.resolve("map.tif"));
        Files.write(file, mutator.binary(Files.readAllBytes(file)));
        Paths.covariate(file, 1, Sampling.BILINEAR);
    }

    /** Deflate ends with a check sum: whatever is read is what was written. */
    private void deflated(Mutator mutator, Path folder) throws IOException {
        RasterSpec spec = new RasterSpec(Role.MAP, mutator.random().nextInt(1000));
        spec.packed(Packing.DEFLATE, spec.sample == Sample.FLOAT32 && !spec.apart ? 1 : 2);
        Path file = RasterFiles.write(spec, folder.resolve("map.tif"));
        TiffDirectory whole = TiffFile.open(file).directories().get(0);
        int block = mutator.random().nextInt(whole.blockOffsets().length);
        int from = (int) whole.blockOffsets()[block];
        int to = from + (int) whole.blockLengths()[block];
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = mutator.binary(Arrays.copyOfRange(bytes, from, to));
        System.arraycopy(damaged, 0, bytes, from, Math.min(damaged.length, to - from));
        Files.write(file, bytes);
        double[] got = Paths.covariate(file, spec.bands, Sampling.NEAREST);
        double[] wanted = spec.truth();
        for (int i = 0; i < wanted.length; i++) {
            if (got[i] != (float) wanted[i]) {
                throw new IllegalStateException(
                        "number " + i + " of a damaged file became " + got[i] + ", was " + wanted[i]);
            }
        }
    }

    private void geoTiffTags(Mutator mutator, Path folder) throws Exception {
        RasterSpec spec = spec(mutator, Role.MAP);
        Path file = RasterFiles.write(spec, folder.resolve("map.tif"));
        Files.write(file, mutator.tag(Files.readAllBytes(file)));
        if (mutator.random().nextBoolean()) {
            Paths.statistics(file);
        } else {
            Paths.click(file, 1);
        }
    }

    private void scene(Mutator mutator, Path folder) throws IOException {
        Path file = RasterFiles.write(spec(mutator, Role.SCENE), folder.resolve("scene.tif"));
        byte[] valid = Files.readAllBytes(file);
        Files.write(file, mutator.random().nextBoolean() ? mutator.tag(valid) : mutator.binary(valid));
        Paths.scene(file);
    }

    /** World file, .prj, .aux.xml and .msk. */
    private void beside(Mutator mutator, Path folder) throws IOException {
        RasterSpec spec = new RasterSpec(Role.MAP, mutator.random().nextInt(1000));
        spec.sample = Sample.UINT16;
        switch (mutator.random().nextInt(3)) {
            case 0 -> spec.scaled(0.001, 0.5).scaleBeside = true;
            case 1 -> spec.mask = RasterSpec.Mask.BESIDE_PER_BAND;
            default -> spec.place = RasterSpec.Place.WORLD_FILE;
        }
        Path file = RasterFiles.write(spec, folder.resolve("map.tif"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other : files.filter(one -> !one.equals(file)).toList()) {
                byte[] valid = Files.readAllBytes(other);
                Files.write(other, other.toString().endsWith(".msk") ? mutator.binary(valid) : mutator.text(valid));
            }
        }
        Paths.covariate(file, 1, Sampling.BILINEAR);
    }
}
