/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;

/**
 * Finds scenes by what a user names: a product's folder, a folder above products and archives, an archive, an image, a
 * text file with one of these per line, or a pattern of paths with {@code *}, {@code **}, {@code ?}, {@code []} and
 * {@code {}}. Not thread-safe.
 */
public final class SceneFinder {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");
    private static final Pattern LIST = Pattern.compile(".+\\.(?:txt|lst|list)", Pattern.CASE_INSENSITIVE);

    private final Path out;
    private final Problems problems = new Problems();
    private final Map<Path, SceneFolder> folders = new HashMap<>();
    private final Map<Path, SceneSource> found = new LinkedHashMap<>();

    private SceneFinder(Path out) {
        this.out = out.toAbsolutePath().normalize();
    }

    /**
     * Finds scenes.
     *
     * @param wanted paths and patterns
     * @param out folder of results, in which no scene is looked for
     * @return each scene once, in the order found
     * @throws org.deepsalt.model.InvalidRequestException naming all texts behind which there is no scene
     */
    public static List<SceneSource> find(Collection<String> wanted, Path out) {
        SceneFinder finder = new SceneFinder(out);
        wanted.forEach(text -> finder.add(text, Path.of("")));
        finder.problems.throwIfAny();
        return List.copyOf(finder.found.values());
    }

    private void add(String text, Path base) {
        problems.attempt(() -> {
            addNamed(text.strip(), base);
            return text;
        });
    }

    private void addNamed(String text, Path base) {
        Path path;
        try {
            path = base.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DeepSaltException("'" + text + "' is no path: " + e.getReason() + "; name what exists", e);
        }
        if (Files.isDirectory(path)) {
            requireSome(
                    addBelow(path), text, "holds no EnMAP product (*SPECTRAL_IMAGE.TIF, METADATA.XML) and no archive");
        } else if (!Files.exists(path)) {
            requireSome(WILD.matcher(text).find() ? addMatches(text, base) : 0, text, "is not there");
        } else if (LIST.matcher(String.valueOf(path.getFileName())).matches()) {
            addListed(path);
        } else {
            add(folder(parent(path)).scene(path));
        }
    }

    private static void requireSome(int scenes, String text, String why) {
        if (scenes == 0) {
            throw new DeepSaltException("'" + text + "' " + why
                    + ": name folders, archives, images, a list with the ending .txt, or a pattern in quotes");
        }
    }

    private void addListed(Path list) {
        try {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(line, parent(list));
                }
            }
        } catch (IOException e) {
            throw new DeepSaltException(
                    "list '" + list.getFileName() + "' cannot be read: " + e.getMessage()
                            + "; wanted one path per line in UTF-8",
                    e);
        }
    }

    private int addBelow(Path top) {
        int[] scenes = {0};
        walk(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (isLeftOut(folder, top)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                for (SceneSource scene : folder(folder).scenes()) {
                    add(scene);
                    scenes[0]++;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return scenes[0];
    }

    private int addMatches(String pattern, Path base) {
        Path fixed = fixedPart(pattern, base);
        PathMatcher matcher = matcher(pattern);
        List<Path> matches = new ArrayList<>();
        if (Files.isDirectory(fixed)) {
            Path top = base.toAbsolutePath().normalize();
            walk(fixed, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean closed = isLeftOut(folder, fixed) || takes(folder);
                    return closed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    takes(file);
                    return FileVisitResult.CONTINUE;
                }

                private boolean takes(Path path) {
                    return matcher.matches(pattern.startsWith("/") ? path : top.relativize(path)) && matches.add(path);
                }
            });
        }
        matches.stream().sorted().forEach(match -> add(match.toString(), Path.of("")));
        return matches.size();
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return Path.of("").getFileSystem().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new DeepSaltException(
                    "pattern '" + pattern + "' is not understood: " + e.getDescription() + "; see 'help batch'", e);
        }
    }

    /** The folders of a pattern before its first wild card. */
    private static Path fixedPart(String pattern, Path base) {
        Matcher wild = WILD.matcher(pattern);
        String head = wild.find() ? pattern.substring(0, wild.start()) : pattern;
        int slash = head.lastIndexOf('/');
        return base.resolve(slash < 0 ? "" : head.substring(0, Math.max(slash, 1)))
                .toAbsolutePath()
                .normalize();
    }

    private boolean isLeftOut(Path folder, Path top) {
        Path name = folder.getFileName();
        boolean hidden = name != null && name.toString().startsWith(".") && !folder.equals(top);
        return hidden || folder.toAbsolutePath().normalize().equals(out);
    }

    private static void walk(Path top, FileVisitor<Path> visitor) {
        try {
            Files.walkFileTree(top, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SceneFolder folder(Path folder) {
        return folders.computeIfAbsent(folder, SceneFolder::list);
    }

    private static Path parent(Path file) {
        return file.toAbsolutePath().resolveSibling("").normalize();
    }

    private void add(SceneSource scene) {
        try {
            found.putIfAbsent(scene.path().toRealPath(), scene);
        } catch (IOException e) {
            found.putIfAbsent(scene.path(), scene);
        }
    }
}
