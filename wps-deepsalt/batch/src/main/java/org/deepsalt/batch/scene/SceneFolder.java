/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.enmap.EnmapProduct;

/** The scenes among the files of one folder, which is listed once however many there are. */
final class SceneFolder {
    private static final Pattern ARCHIVE = Pattern.compile("(.+)\\.(?:zip|tar|tgz|tar\\.gz)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE =
            Pattern.compile("(.*)SPECTRAL_IMAGE(?:_COG)?\\.TIFF?", Pattern.CASE_INSENSITIVE);
    private static final Pattern METADATA = Pattern.compile("(.*)METADATA\\.XML", Pattern.CASE_INSENSITIVE);
    private static final List<String> BESIDE_AN_IMAGE = List.of(".msk", ".aux.xml");

    private final Path folder;
    private final List<Path> files;

    private SceneFolder(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    static SceneFolder list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return new SceneFolder(
                    folder, entries.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new DeepSaltException(
                    "folder '" + folder + "' cannot be listed: " + e.getMessage() + "; check its rights", e);
        }
    }

    /** All products and archives. A product whose image is missing is one too, so that somebody hears of it. */
    List<SceneSource> scenes() {
        List<SceneSource> scenes = new ArrayList<>();
        for (Path file : files) {
            Matcher metadata = METADATA.matcher(name(file));
            boolean alone = metadata.matches() && !hasImage(metadata.group(1));
            if (alone || isImage(file) || isArchive(file)) {
                scenes.add(scene(file));
            }
        }
        return scenes;
    }

    static boolean isArchive(Path file) {
        return ARCHIVE.matcher(name(file)).matches();
    }

    private static boolean isImage(Path file) {
        return IMAGE.matcher(name(file)).matches();
    }

    private boolean hasImage(String prefix) {
        return files.stream().anyMatch(file -> isImage(file) && hasPrefix(file, prefix));
    }

    /** The scene that a file of this folder stands for: a product's image or metadata, an archive, an image alone. */
    SceneSource scene(Path file) {
        for (Pattern kind : List.of(IMAGE, METADATA)) {
            Matcher named = kind.matcher(name(file));
            if (named.matches()) {
                return product(named.group(1), file);
            }
        }
        Matcher archive = ARCHIVE.matcher(name(file));
        if (archive.matches()) {
            return SceneSource.of(archive.group(1), file, List.of(file));
        }
        List<Path> all = new ArrayList<>(List.of(file));
        BESIDE_AN_IMAGE.stream()
                .map(ending -> file.resolveSibling(name(file) + ending))
                .filter(files::contains)
                .forEach(all::add);
        return SceneSource.of(name(file).replaceFirst("\\.[^.]*$", ""), file, all);
    }

    private SceneSource product(String prefix, Path file) {
        List<Path> parts = files.stream()
                .filter(one -> hasPrefix(one, prefix) && isPart(name(one).substring(prefix.length())))
                .toList();
        Path image = parts.stream()
                .filter(one -> prefix.equalsIgnoreCase(prefixOfImage(one)))
                .findFirst()
                .orElse(file);
        String name = prefix.replaceFirst("[-_.]+$", "");
        return SceneSource.of(name.isEmpty() ? name(folder) : name, image, parts);
    }

    /** Whether a name without the scene's prefix is one that a product has: no reader opens other files. */
    private static boolean isPart(String rest) {
        return EnmapProduct.plainName(rest)
                .filter(plain -> rest.regionMatches(true, 0, plain, 0, plain.indexOf('.')))
                .isPresent();
    }

    private static String prefixOfImage(Path file) {
        Matcher image = IMAGE.matcher(name(file));
        return image.matches() ? image.group(1) : "no image: " + name(file);
    }

    private static boolean hasPrefix(Path file, String prefix) {
        return name(file).regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
