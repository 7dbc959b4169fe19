/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.deepsalt.cli.readers.RasterKinds.Kind;
import org.deepsalt.cli.readers.RasterSpec.Role;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsRequestBuilder;
import org.deepsalt.demohost.style.SldReader;
import org.deepsalt.demohost.wps.WpsService;
import org.deepsalt.demohost.wps.WpsSettings;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.raster.coverage.WarpedSource.Sampling;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.enmap.EnmapMetadataReader;
import org.deepsalt.raster.enmap.ProductArchive;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.world.damage.Mutator;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Every reader of the project with valid inputs and ways to damage them. */
final class Readers implements AutoCloseable {
    /** Reads one damaged input. */
    @FunctionalInterface
    interface Reading {
        /**
         * Reads; throws what the reader throws.
         *
         * @param mutator damages the input
         * @param folder empty, for the input's files
         */
        void read(Mutator mutator, Path folder) throws Exception;
    }

    private final Path home;
    private final List<Kind> kinds;
    private final ProcessRegistry processes;
    private final WpsService wps;
    private final byte[] metadata;
    private final byte[] library;
    private final byte[] samples;
    private final byte[] zip;
    private final byte[] image;
    private final List<byte[]> styles = new ArrayList<>();
    private final byte[] card;

    Readers(Path home) throws IOException {
        this.home = home;
        this.kinds = RasterKinds.all().stream()
                .filter(kind -> kind.refusal() == null)
                .toList();
        ProcessSettings settings = ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());
        this.processes = new ProcessRegistry(new NoLayers(), settings);
        WpsSettings.Bounds bounds = new WpsSettings.Bounds(1, Duration.ofSeconds(10));
        this.wps = new WpsService(
                processes,
                new WpsSettings(home.resolve("wps"), bounds, bounds, 5, Duration.ofSeconds(1), 1 << 30),
                outputs -> {});
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

    /** Reads valid inputs, so that what is loaded only once takes nobody's time. */
    void warmUp() throws Exception {
        Paths.statistics(RasterFiles.write(new RasterSpec(Role.MAP, 1), home.resolve("map.tif")));
        Paths.scene(home.resolve("scene.tif"));
    }

    /** Readers by name. */
    Map<String, Reading> all() {
        return new java.util.TreeMap<>(Map.ofEntries(
                Map.entry("GeoTIFF", this::geoTiff),
                Map.entry("GeoTIFF tags", this::geoTiffTags),
                Map.entry("GeoTIFF with check sums", this::deflated),
                Map.entry("scene", this::scene),
                Map.entry("files beside a GeoTIFF", this::beside),
                Map.entry("METADATA.XML", this::metadata),
                Map.entry("ZIP product", this::zip),
                Map.entry("laboratory library", this::library),
                Map.entry("samples CSV", this::samplesCsv),
                Map.entry("samples GeoJSON", this::samplesJson),
                Map.entry("zones GeoJSON", this::zones),
                Map.entry("SLD", this::style),
                Map.entry("WPS XML", this::wpsXml),
                Map.entry("WPS key-value pairs", this::wpsKvp),
                Map.entry("model card", this::card)));
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
        try (FileCatalog catalog = new FileCatalog(new NoLayers(), ArchiveLimits.STANDARD)) {
            catalog.points(file.toString());
        }
    }

    private void samplesJson(Mutator mutator, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("samples.geojson"), mutator.text(samples));
        try (FileCatalog catalog = new FileCatalog(new NoLayers(), ArchiveLimits.STANDARD)) {
            catalog.points(file.toString());
        }
    }

    /** Polygons are read and then laid over a grid. */
    private void zones(Mutator mutator, Path folder) throws IOException {
        List<String> kinds = PolygonKinds.names();
        String polygons = PolygonKinds.collection(kinds.get(mutator.random().nextInt(kinds.size())), mutator.random());
        Path file =
                Files.write(folder.resolve("zones.geojson"), mutator.text(polygons.getBytes(StandardCharsets.UTF_8)));
        Grid grid = new Grid(
                50,
                40,
                new java.awt.geom.AffineTransform(0.005, 0, 0, -0.005, -110.2, 39.15),
                DefaultGeographicCRS.WGS84);
        try (FileCatalog catalog = new FileCatalog(new NoLayers(), ArchiveLimits.STANDARD)) {
            for (Zone zone : catalog.zones(file.toString())) {
                RegionMask.ifInside(grid, zone.geometry(), zone.crs(), Progress.SILENT);
            }
        }
    }

    private void style(Mutator mutator, Path folder) throws IOException {
        byte[] valid = styles.get(mutator.random().nextInt(styles.size()));
        SldReader.read(Files.write(folder.resolve("style.sld"), mutator.text(valid)));
    }

    private void wpsXml(Mutator mutator, Path folder) {
        String execute = """
                <wps:Execute version="1.0.0" service="WPS" xmlns:wps="http://www.opengis.net/wps/1.0.0"
                  xmlns:ows="http://www.opengis.net/ows/1.1">
                <ows:Identifier>deepsalt:EstimateSalinity</ows:Identifier><wps:DataInputs>
                <wps:Input><ows:Identifier>enmap</ows:Identifier><wps:Data>
                <wps:LiteralData>sample:enmap</wps:LiteralData></wps:Data></wps:Input>
                <wps:Input><ows:Identifier>covariate</ows:Identifier><wps:Data>
                <wps:LiteralData>sand=30</wps:LiteralData></wps:Data></wps:Input>
                <wps:Input><ows:Identifier>region</ows:Identifier><wps:Data><wps:ComplexData mimeType="application/wkt">
                POLYGON((-110.1 39.0, -110.0 39.0, -110.0 39.1, -110.1 39.0))</wps:ComplexData></wps:Data></wps:Input>
                <wps:Input><ows:Identifier>confidence</ows:Identifier><wps:Data><wps:LiteralData>0.9</wps:LiteralData>
                </wps:Data></wps:Input></wps:DataInputs><wps:ResponseForm>
                <wps:RawDataOutput mimeType="application/json">
                <ows:Identifier>report</ows:Identifier></wps:RawDataOutput>
                </wps:ResponseForm></wps:Execute>
                """;
        if (mutator.random().nextBoolean()) {
            execute = execute.replaceFirst(
                    "POLYGON.*?\\)\\)",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[-110.1,39],[-110,39],[-110,39.1],[-110.1,39]]]}");
        }
        byte[] body = mutator.text(execute.getBytes(StandardCharsets.UTF_8));
        answer(OwsRequestBuilder.builder()
                .method("POST")
                .endpoint("wps")
                .workspace(null)
                .parameters(Map.of())
                .contentType("text/xml")
                .body(body)
                .baseUrl("http://localhost/geoserver")
                .asker("")
                .build());
    }

    /** What the service throws later comes as it is. */
    private void answer(OwsRequest request) {
        try {
            wps.handle(request).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void wpsKvp(Mutator mutator, Path folder) {
        String[] pairs = {
            "service=WPS",
            "version=1.0.0",
            "request=Execute",
            "identifier=deepsalt:SalinityStatistics",
            "DataInputs=ece=sample:ece;zones=sample:fields@mimeType=text/plain;zoneName=name%20of",
            "RawDataOutput=statistics@mimeType=application/json"
        };
        int at = mutator.random().nextInt(pairs.length);
        pairs[at] = new String(mutator.text(pairs[at].getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        Map<String, String> parameters = new java.util.HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            parameters.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        answer(OwsRequest.get("http://localhost/geoserver", "wps", parameters));
    }

    private void card(Mutator mutator, Path folder) throws IOException {
        Path model = Files.createDirectories(folder.resolve("models/sample"));
        Files.write(model.resolve("model.json"), mutator.text(card));
        new ModelStore(folder.resolve("models")).card("sample");
    }

    /** Empties a folder. */
    static void clear(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        wps.close();
        processes.close();
        clear(home);
    }
}
