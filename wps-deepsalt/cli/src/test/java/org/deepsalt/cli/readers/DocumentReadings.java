/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.deepsalt.cli.readers.RasterSpec.Role;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.style.SldReader;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.model.Progress;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.enmap.EnmapMetadataReader;
import org.deepsalt.raster.enmap.ProductArchive;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.world.damage.Mutator;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Products, tables, polygons, styles and model cards, damaged. */
final class DocumentReadings {
    private final byte[] metadata;
    private final byte[] library;
    private final byte[] samples;
    private final byte[] zip;
    private final byte[] image;
    private final List<byte[]> styles = new ArrayList<>();
    private final byte[] card;

    /** Makes the valid documents, with a folder to work in. */
    DocumentReadings(Path home) throws IOException {
        this.metadata = SmallInputs.small(SmallInputs.firstFile("enmap", "-METADATA.XML"));
        this.library = SmallInputs.library(SmallInputs.firstFile("library", ".csv.gz"));
        this.samples = SmallInputs.samples(SmallInputs.firstFile("samples", ".geojson"));
        RasterSpec spec = new RasterSpec(Role.SCENE, 1);
        spec.packed(Packing.DEFLATE, 1);
        this.image = Files.readAllBytes(RasterFiles.write(spec, home.resolve("scene.tif")));
        this.zip = SmallInputs.zip(image, metadata);
        this.card = SmallInputs.resource("model.json");
        try (Stream<Path> files = Files.list(ShippedData.PROJECT.resolve("styles"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".sld"))
                    .sorted()
                    .toList()) {
                styles.add(Files.readAllBytes(file));
            }
        }
    }

    /** Readers by name. */
    Map<String, Reading> all() {
        return Map.of(
                "METADATA.XML", this::metadata,
                "ZIP product", this::zip,
                "laboratory library", this::library,
                "samples CSV", this::samplesCsv,
                "samples GeoJSON", this::samplesJson,
                "zones GeoJSON", this::zones,
                "SLD", this::style,
                "model card", this::card);
    }

    private void metadata(Mutator mutator, Path folder) throws IOException {
        EnmapMetadataReader.read(Files.write(folder.resolve("A-METADATA.XML"), mutator.text(metadata)));
    }

    /** Whatever comes out of an archive is what went in, and all of it: entries have check sums and two names. */
    private void zip(Mutator mutator, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("product.zip"), mutator.binary(zip));
        Path target = Files.createDirectories(folder.resolve("unpacked"));
        ProductArchive.unpack(file, target, ArchiveLimits.STANDARD, Progress.SILENT);
        try (Stream<Path> files = Files.list(target)) {
            List<Path> all = files.toList();
            if (all.size() != 3) {
                throw new IllegalStateException("a damaged archive became " + all);
            }
            for (Path one : all) {
                byte[] got = Files.readAllBytes(one);
                byte[] wanted = one.toString().toUpperCase(Locale.ROOT).endsWith(".XML") ? metadata : image;
                if (!Arrays.equals(got, wanted)) {
                    throw new IllegalStateException("a damaged archive became " + got.length + " other bytes");
                }
            }
        }
    }

    private void library(Mutator mutator, Path folder) throws IOException {
        byte[] valid = mutator.random().nextBoolean()
                ? library
                : TableKinds.library(SmallInputs.LIBRARY_COLUMNS, mutator.random());
        Path file = Files.write(folder.resolve("ftir.csv"), mutator.text(valid));
        new FtirLibraryReader(new Wavenumbers(599.8, 1.9285, SmallInputs.LIBRARY_COLUMNS - 8)).read(file);
    }

    private void samplesCsv(Mutator mutator, Path folder) throws IOException {
        byte[] valid = TableKinds.samples(TableKinds.values(mutator.random()), mutator.random());
        Path file = Files.write(folder.resolve("samples.csv"), mutator.text(valid));
        try (FileCatalog catalog = Paths.files()) {
            catalog.points(file.toString());
        }
    }

    private void samplesJson(Mutator mutator, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("samples.geojson"), mutator.text(samples));
        try (FileCatalog catalog = Paths.files()) {
            catalog.points(file.toString());
        }
    }

    /** Polygons are read and then laid over a grid. */
    private void zones(Mutator mutator, Path folder) throws IOException {
        List<String> kinds = PolygonKinds.names();
        String polygons = PolygonKinds.collection(kinds.get(mutator.random().nextInt(kinds.size())), mutator.random());
        Path file =
                Files.write(folder.resolve("zones.geojson"), mutator.text(polygons.getBytes(StandardCharsets.UTF_8)));
        Grid grid =
                new Grid(50, 40, new AffineTransform(0.005, 0, 0, -0.005, -110.2, 39.15), DefaultGeographicCRS.WGS84);
        try (FileCatalog catalog = Paths.files()) {
            for (Zone zone : catalog.zones(file.toString())) {
                RegionMask.ifInside(grid, zone.geometry(), zone.crs(), Progress.SILENT);
            }
        }
    }

    private void style(Mutator mutator, Path folder) throws IOException {
        byte[] valid = styles.get(mutator.random().nextInt(styles.size()));
        SldReader.read(Files.write(folder.resolve("style.sld"), mutator.text(valid)));
    }

    private void card(Mutator mutator, Path folder) throws IOException {
        Path model = Files.createDirectories(folder.resolve("models/sample"));
        Files.write(model.resolve("model.json"), mutator.text(card));
        new ModelStore(folder.resolve("models")).card("sample");
    }
}
