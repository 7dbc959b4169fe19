/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.demohost.ShippedData;

/** Small valid inputs, cut out of those of the sample world, for readers that are given damaged ones. */
final class SmallInputs {
    /** Columns that are left of the laboratory library. */
    static final int LIBRARY_COLUMNS = 60;

    private static final int SAMPLES = 8;

    private SmallInputs() {}

    static Path firstFile(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(ShippedData.SAMPLE_LAYERS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** METADATA.XML with a few of its bands. */
    static byte[] small(Path file) throws IOException {
        String xml = Files.readString(file);
        return xml.replaceAll("(?s)<bandID number=\"\\d{2,}\">.*?</bandID>\\s*", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] library(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            StringBuilder some = new StringBuilder();
            text.lines().limit(SAMPLES).forEach(line -> some.append(
                            String.join(",", List.of(line.split(",")).subList(0, LIBRARY_COLUMNS)))
                    .append('\n'));
            return some.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    static byte[] samples(Path file) throws IOException {
        String[] features = Files.readString(file).split("(?<=\\}),(?=\\{\"type\":\"Feature\")");
        return (String.join(",", List.of(features).subList(0, SAMPLES)) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(byte[] image, byte[] metadata) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            put(out, "P/P-SPECTRAL_IMAGE.TIF", image);
            put(out, "P/P-METADATA.XML", metadata);
            put(out, "P/P-QL_QUALITY_CLOUD.TIF", image);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The time of day is no part of a seed.
        entry.setTime(0);
        out.putNextEntry(entry);
        new ByteArrayInputStream(content).transferTo(out);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Readers.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
