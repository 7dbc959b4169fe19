/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scenes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.report.PublishedReport;
import org.deepsalt.processes.report.Sidecar;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.enmap.EnmapMetadata;
import org.deepsalt.raster.enmap.EnmapMetadataReader;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.enmap.ProductCopy;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.scene.Scene;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.jspecify.annotations.Nullable;

/**
 * The work of {@code deepsalt:ImportEnmapScene}: copies the product, opens it as an estimation would, and publishes it.
 */
final class SceneImport {
    private static final String STYLE = "enmap-rgb";

    private final LayerCatalog catalog;
    private final ArchiveLimits limits;

    SceneImport(LayerCatalog catalog, ArchiveLimits limits) {
        this.catalog = catalog;
        this.limits = limits;
    }

    /** The inputs; the title is null for one that names the product. */
    record Request(String product, String layer, @Nullable String title, boolean overwrite) {
        String titleOr(Path source) {
            return title == null ? "EnMAP scene " + source.getFileName() : title;
        }
    }

    /** Report and bands of the copy. */
    private record Imported(String report, List<SpectralBand> bands) {}

    Map<String, Object> run(Request request, Progress progress) {
        progress.report(0, "checking the request");
        Path source = check(request);
        Path staged = catalog.newResult("product");
        try {
            // The copy is what is checked and published, so that nothing can change the product in between.
            EnmapProduct product = ProductCopy.into(
                    staged.resolveSibling(""),
                    source,
                    file -> catalog.importable(file.toString()),
                    limits,
                    progress.part(0.01, 0.9));
            progress.report(0.9, "checking the product");
            Optional<EnmapMetadata> metadata = product.metadata().map(EnmapMetadataReader::read);
            Imported imported = open(request, source, product, metadata, progress.part(0.9, 0.95));
            progress.report(0.95, "publishing " + request.layer());
            Path sidecar = Sidecar.write(product.spectralImage(), imported.report);
            Publication.Published published =
                    catalog.publish(publication(request, source, product, sidecar, imported.bands));
            Map<String, Object> outputs = new HashMap<>();
            outputs.put("published", published.layer());
            outputs.put("report", PublishedReport.of(imported.report, published.layer(), published.remark()));
            progress.report(1, "done");
            return outputs;
        } catch (RuntimeException e) {
            catalog.discard(staged);
            throw e;
        }
    }

    private Path check(Request request) {
        Problems problems = new Problems();
        Path source = problems.attempt(() -> catalog.importable(request.product()));
        problems.attempt(() -> {
            catalog.requirePublishable(request.layer(), STYLE, request.overwrite());
            return request.layer();
        });
        return problems.require(source);
    }

    /** Opens the scene as an estimation will, which finds everything that is wrong with it. */
    private static Imported open(
            Request request, Path source, EnmapProduct product, Optional<EnmapMetadata> metadata, Progress progress) {
        String name = source.getFileName().toString();
        GeoTiffReader reader = GeoTiffs.reader(product.spectralImage());
        try (Scene scene = Scene.open(name, reader, product.spectralImage(), List.of(), progress)) {
            return new Imported(
                    new ImportReport(request.layer(), name, scene, product, metadata).toJson(), scene.bands());
        } finally {
            reader.dispose();
        }
    }

    private static Publication publication(
            Request request, Path source, EnmapProduct product, Path sidecar, List<SpectralBand> bands) {
        List<Path> companions = new ArrayList<>(product.quality().values());
        product.metadata().ifPresent(companions::add);
        companions.addAll(product.sideFiles());
        return Publication.of(request.layer(), STYLE, product.spectralImage())
                .title(request.titleOr(source))
                .titleChosen(request.title() != null)
                .description("EnMAP L2A surface reflectance, imported from " + source.getFileName())
                .keywords(List.of("EnMAP", "reflectance", "hyperspectral", "DeepSalt"))
                .report(sidecar)
                .companions(companions)
                .bandNames(bandNames(bands))
                .notes(Map.of(
                        "deepsalt_wavelengths",
                                joined(bands, band -> band.band().centre()),
                        "deepsalt_widths", joined(bands, band -> band.band().width()),
                        "deepsalt_wavelength_unit", "nm",
                        "deepsalt_product", source.getFileName().toString(),
                        "deepsalt_version", Version.text()))
                .overwrite(request.overwrite())
                .build();
    }

    /** A name for each band that services can put into XML and that a scene without other metadata is read by. */
    private static List<String> bandNames(List<SpectralBand> bands) {
        List<String> names = new ArrayList<>();
        for (SpectralBand band : bands) {
            names.add(String.format(
                    Locale.ROOT, "B%03d-%.2fnm", names.size() + 1, band.band().centre()));
        }
        return names;
    }

    private static String joined(List<SpectralBand> bands, ToDoubleFunction<SpectralBand> number) {
        return bands.stream()
                .map(band -> String.valueOf(number.applyAsDouble(band)))
                .collect(Collectors.joining(","));
    }
}
