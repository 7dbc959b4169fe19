/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;

/**
 * A Markdown page of the project.
 *
 * @param path from the root of the project
 */
record Page(String path, String text) {
    private static final List<String> PLACES = List.of(
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "docs",
            "geoserver-config/README.md",
            "sample-layers/README.md",
            "wps-deepsalt");
    private static final Pattern CODE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
    private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");

    /** The page at a path from the root of the project. */
    static Page of(String path) throws IOException {
        return new Page(path, Files.readString(ShippedData.PROJECT.resolve(path)));
    }

    /** All pages that people read; not those that a build or a server made. */
    static List<Page> all() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(ShippedData.PROJECT.resolve(place))) {
                for (Path file : files.filter(Page::isPage).sorted().toList()) {
                    pages.add(of(ShippedData.PROJECT.relativize(file).toString().replace('\\', '/')));
                }
            }
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md") && !file.toString().contains("target");
    }

    /** Where a link of this page leads. */
    Path resolve(String link) {
        return ShippedData.PROJECT.resolve(path).resolveSibling(link).normalize();
    }

    /** Lines of all blocks of code, with what a backslash continues in one line. */
    List<String> commands() {
        return matches(CODE, text).stream()
                .flatMap(block -> block.replaceAll("\\\\\\n\\s*", "").lines())
                .toList();
    }

    /** Everything between backquotes within a line, blocks of code left out. */
    List<String> quoted() {
        return quoted(CODE.matcher(text).replaceAll(""));
    }

    static List<String> quoted(String text) {
        return matches(QUOTED, text);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Rows of the table that begins with such a line, cell by cell, without the two lines of its head. */
    List<List<String>> table(String head) {
        Matcher matcher = Pattern.compile("(?m)^\\Q" + head + "\\E\\n\\|[-|]+\\|\\n((?:\\|.*\\n)+)")
                .matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(path + " has no table '" + head + "'");
        }
        return matcher.group(1).lines().map(Page::cells).toList();
    }

    private static List<String> cells(String row) {
        List<String> cells =
                Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
        return cells.subList(1, cells.size() - 1);
    }
}
