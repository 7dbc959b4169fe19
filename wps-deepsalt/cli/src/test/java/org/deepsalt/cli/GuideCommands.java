/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;

/** The commands of {@code ./deepsalt} that README and guides print, in a shell or in a Kubernetes Job. */
final class GuideCommands {
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./deepsalt (.*)$");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    private GuideCommands() {}

    /** Those that begin like this, each in one line and without the program's name. */
    static List<String> of(String beginning) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ShippedData.PROJECT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ShippedData.PROJECT.resolve("docs"))) {
            pages.addAll(files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList());
        }
        List<String> found = new ArrayList<>();
        for (Path page : pages) {
            COMMAND.matcher(unfolded(Files.readString(page)))
                    .results()
                    .map(match -> match.group(1))
                    .filter(command -> command.startsWith(beginning))
                    .forEach(found::add);
        }
        return found;
    }

    /** Joins what a backslash continues in a shell, and what is indented as far in a folded text of YAML. */
    private static String unfolded(String page) {
        return page.replaceAll("\\\\\\n\\s*", "").replaceAll("(?m)^ {14}(\\./deepsalt .*)\\n {14}(.*)$", "$1 $2");
    }

    /** Words of a command without their quotation marks. */
    static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("\"", ""))
                .toList();
    }
}
