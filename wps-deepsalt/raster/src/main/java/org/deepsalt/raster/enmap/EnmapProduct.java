/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;

/**
 * The files of an EnMAP product in a folder: names with or without the scene's prefix, in either case.
 *
 * @param spectralImage the image with all bands
 * @param metadata METADATA.XML, where there is one
 * @param quality the quality images that are there
 */
public record EnmapProduct(Path spectralImage, Optional<Path> metadata, Map<QualityLayer, Path> quality) {
    /** The metadata's name without the scene's prefix. */
    public static final String METADATA = "METADATA.XML";

    private static final String IMAGE = "SPECTRAL_IMAGE";
    private static final String TIF = ".TIF";
    private static final List<String> SIDE_FILES = List.of(".msk", ".aux.xml");

    /** The spectral image's name without the scene's prefix, in one spelling. */
    public static final String PLAIN_IMAGE = IMAGE + TIF;

    private static final List<String> ENDINGS = List.of(TIF, ".TIFF", "_COG.TIF", "_COG.TIFF");
    private static final List<String> IMAGES =
            ENDINGS.stream().map(ending -> IMAGE + ending).toList();

    /**
     * Finds a product.
     *
     * @param path the product's folder, its METADATA.XML or its spectral image; any other image stands alone
     */
    public static EnmapProduct at(Path path) {
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        String name = upper(path);
        if (name.endsWith(METADATA)) {
            String prefix = name.substring(0, name.length() - METADATA.length());
            Path image = image(path.toAbsolutePath().resolveSibling(""), prefix)
                    .orElseThrow(() -> new DeepSaltException("'" + path.getFileName()
                            + "' has no spectral image beside it, wanted " + prefix + IMAGES.get(0)
                            + ": keep the product's files together"));
            return around(image, prefix);
        }
        Optional<String> known = IMAGES.stream().filter(name::endsWith).findFirst();
        return known.isPresent()
                ? around(path, name.substring(0, name.length() - known.get().length()))
                : new EnmapProduct(path, Optional.empty(), Map.of());
    }

    /**
     * The name that a file of a product has without the scene's prefix and in one spelling, such as
     * {@code METADATA.XML} or {@code SPECTRAL_IMAGE.TIF}.
     *
     * @return empty for files that a product may have but no reader here wants
     */
    public static Optional<String> plainName(String fileName) {
        String upper = fileName.toUpperCase(Locale.ROOT);
        if (upper.endsWith(METADATA)) {
            return Optional.of(METADATA);
        }
        for (String ending : SIDE_FILES) {
            if (upper.endsWith(ending.toUpperCase(Locale.ROOT))) {
                return plainName(fileName.substring(0, fileName.length() - ending.length()))
                        .filter(PLAIN_IMAGE::equals)
                        .map(image -> image + ending);
            }
        }
        return Stream.concat(
                        Stream.of(IMAGE), Arrays.stream(QualityLayer.values()).map(QualityLayer::suffix))
                .filter(stem -> ENDINGS.stream().anyMatch(ending -> upper.endsWith(stem + ending)))
                .findFirst()
                .map(stem -> stem + TIF);
    }

    /** All files of this product by their {@link #plainName}. */
    Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(PLAIN_IMAGE, spectralImage);
        metadata.ifPresent(file -> files.put(METADATA, file));
        quality.forEach((layer, file) -> files.put(layer.suffix() + TIF, file));
        sideFiles()
                .forEach(file -> files.put(
                        PLAIN_IMAGE
                                + file.getFileName()
                                        .toString()
                                        .substring(spectralImage
                                                .getFileName()
                                                .toString()
                                                .length()),
                        file));
        return files;
    }

    /** Files beside the spectral image in which GDAL keeps what belongs to its numbers: a mask, nodata, scale. */
    public List<Path> sideFiles() {
        return SIDE_FILES.stream()
                .map(ending -> spectralImage.resolveSibling(spectralImage.getFileName() + ending))
                .filter(Files::isRegularFile)
                .toList();
    }

    private static EnmapProduct inFolder(Path folder) {
        List<Path> images = list(folder).stream()
                .filter(file -> IMAGES.stream().anyMatch(upper(file)::endsWith))
                .toList();
        if (images.size() != 1) {
            String archive = list(folder).stream()
                    .filter(ProductArchive::isArchive)
                    .findFirst()
                    .map(file ->
                            "; it holds '" + file.getFileName() + "', which may have the product inside: give that")
                    .orElse(": name the scene's METADATA.XML instead");
            throw new DeepSaltException("folder '" + folder.getFileName() + "' holds " + images.size()
                    + " files named *" + IMAGES.get(0) + ", wanted one" + archive);
        }
        return at(images.get(0));
    }

    private static EnmapProduct around(Path image, String prefix) {
        Path folder = image.toAbsolutePath().resolveSibling("");
        Map<QualityLayer, Path> quality = new EnumMap<>(QualityLayer.class);
        for (QualityLayer layer : QualityLayer.values()) {
            ENDINGS.stream()
                    .flatMap(ending -> find(folder, prefix + layer.suffix() + ending).stream())
                    .findFirst()
                    .ifPresent(file -> quality.put(layer, file));
        }
        return new EnmapProduct(image, find(folder, prefix + METADATA), quality);
    }

    private static Optional<Path> image(Path folder, String prefix) {
        return IMAGES.stream()
                .flatMap(name -> find(folder, prefix + name).stream())
                .findFirst();
    }

    private static Optional<Path> find(Path folder, String upperName) {
        return list(folder).stream()
                .filter(file -> upper(file).equals(upperName))
                .findFirst();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new DeepSaltException(
                    "folder '" + folder.getFileName() + "' cannot be listed: " + e.getMessage() + "; check its rights",
                    e);
        }
    }

    private static String upper(Path file) {
        return file.getFileName().toString().toUpperCase(Locale.ROOT);
    }
}
