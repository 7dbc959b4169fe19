/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.model.files.Folders;
import org.deepsalt.world.damage.Mutator;

/**
 * Files of a data directory with bytes changed, and the request that reads them: products, their METADATA.XML and
 * archives of them to import, laboratory libraries, rasters of covariates. What is damaged is a copy.
 */
final class DamagedFiles implements MalformedInput {
    @Override
    public String name() {
        return "damaged files";
    }

    @Override
    public boolean fits(Target target) {
        return target.data().isPresent()
                && Files.isDirectory(target.data().get().resolve("import/product"));
    }

    @Override
    public Answer send(Target target, Mutator dice) throws IOException {
        Path data = target.data().orElseThrow();
        return switch (dice.random().nextInt(4)) {
            case 0 -> archive(target, data, dice);
            case 1 -> library(target, data, dice);
            case 2 -> points(target, data, dice);
            default -> product(target, data, dice);
        };
    }

    /** A product one of whose files is damaged, most often the image or METADATA.XML. */
    private static Answer product(Target target, Path data, Mutator dice) throws IOException {
        Path folder = Files.createTempDirectory(data.resolve("import"), "damaged-");
        try {
            List<Path> files = files(data.resolve("import/product"));
            Path victim = files.get(dice.random().nextInt(files.size()));
            for (Path file : files) {
                Path copy = folder.resolve(file.getFileName());
                if (file.equals(victim)) {
                    Files.write(copy, damaged(file, dice));
                } else {
                    Files.createLink(copy, file);
                }
            }
            return importing(target, folder.getFileName().toString());
        } finally {
            Folders.delete(folder);
        }
    }

    private static byte[] damaged(Path file, Mutator dice) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".XML")) {
            return dice.text(bytes);
        }
        return dice.random().nextBoolean() ? dice.tag(bytes) : dice.binary(bytes);
    }

    private static Answer archive(Target target, Path data, Mutator dice) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files(data.resolve("import/product"))) {
                zip.putNextEntry(new ZipEntry("product/" + file.getFileName()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        Path file = Files.createTempFile(data.resolve("import"), "damaged-", ".zip");
        try {
            Files.write(file, dice.binary(bytes.toByteArray()));
            return importing(target, file.getFileName().toString());
        } finally {
            Files.delete(file);
        }
    }

    /** To a name that no import can get, so that nothing is published. */
    private static Answer importing(Target target, String product) {
        return target.post(new Execute("deepsalt:ImportEnmapScene")
                .input("product", product)
                .input("layer", "deepsalt:damaged_scene")
                .input("overwrite", "true")
                .document("report"));
    }

    private static Answer library(Target target, Path data, Mutator dice) throws IOException {
        Path libraries = data.resolve("deepsalt/libraries");
        Path file = Files.createTempFile(libraries, "damaged-", ".csv");
        try {
            byte[] text = unpacked(libraries.resolve("sample.csv.gz"));
            Files.write(file, dice.text(java.util.Arrays.copyOf(text, Math.min(text.length, 200_000))));
            String id = file.getFileName().toString().replace(".csv", "");
            return target.post(new Execute("deepsalt:TrainModel")
                    .input("model", "none")
                    .input("ftir", id)
                    .input("enmap", "sample:enmap")
                    .input("samples", "sample:ece_samples")
                    .input("target", "nothing")
                    .document("report"));
        } finally {
            Files.delete(file);
        }
    }

    /** Points of the layer of field samples, whose file is put back at once. */
    private static Answer points(Target target, Path data, Mutator dice) throws IOException {
        Path file = data.resolve("data/sample-layers/samples/ece_samples.properties");
        byte[] valid = Files.readAllBytes(file);
        try {
            replace(file, dice.text(valid));
            return target.get("/wms?service=WMS&version=1.1.1&request=GetMap&styles=&srs=EPSG:4326"
                    + "&bbox=-110.12,38.98,-110.08,39.02&width=64&height=64&format=image/png"
                    + "&layers=sample:ece_samples");
        } finally {
            replace(file, valid);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName());
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (java.util.zip.GZIPInputStream in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
            return in.readNBytes(400_000);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
