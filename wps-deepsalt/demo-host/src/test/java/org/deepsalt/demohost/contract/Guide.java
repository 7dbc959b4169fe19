/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;

/** Requests as README and guides print them, and what changes in them so that the host of the tests can answer. */
final class Guide {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern MODEL =
            Pattern.compile("(\\bmodel(?:=|\", \"|\": \"|</ows:Identifier>\\s*<wps:Data><wps:LiteralData>))sample\\b");
    /** Processes begin with a capital letter. */
    private static final Pattern LAYER = Pattern.compile("\\bdeepsalt:([a-z]\\w+)");

    private Guide() {}

    /**
     * A block of code of a page.
     *
     * @param page path from the root of the project
     * @param text without its fences
     */
    record Block(String page, String text) {
        @Override
        public String toString() {
            return page + ": " + text.lines().findFirst().orElse("");
        }
    }

    /** The blocks in a language of README and all guides. */
    static List<Block> blocks(String language) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ShippedData.PROJECT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ShippedData.PROJECT.resolve("docs"))) {
            pages.addAll(files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList());
        }
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages) {
            Matcher matcher = BLOCK.matcher(Files.readString(page));
            while (matcher.find()) {
                if (matcher.group(1).equals(language)) {
                    blocks.add(new Block(ShippedData.PROJECT.relativize(page).toString(), matcher.group(2)));
                }
            }
        }
        return blocks;
    }

    /** A file of {@code docs/requests}, fit for the host. */
    static String request(String name) throws IOException {
        return fit(Files.readString(ShippedData.PROJECT.resolve("docs/requests").resolve(name)));
    }

    /** A request with further inputs, each {@code name=value}. */
    static String with(String request, String... inputs) {
        StringBuilder more = new StringBuilder();
        for (String input : inputs) {
            int end = input.indexOf('=');
            more.append("<wps:Input><ows:Identifier>")
                    .append(input, 0, end)
                    .append("</ows:Identifier><wps:Data><wps:LiteralData>")
                    .append(input.substring(end + 1))
                    .append("</wps:LiteralData></wps:Data></wps:Input>");
        }
        return request.replace("</wps:DataInputs>", more + "</wps:DataInputs>");
    }

    /**
     * The same request for the host of the tests: its address, its model, and layers with names that no user's layer
     * has and that are removed in the end.
     */
    static String fit(String request) {
        String asked = MODEL.matcher(request.replace(
                        "http://localhost:8080/geoserver", ContractHost.shared().url()))
                .replaceAll("$1" + ContractHost.MODEL);
        return LAYER.matcher(asked)
                .replaceAll(match -> "deepsalt:" + ContractHost.layer("contract_guide_" + match.group(1)));
    }
}
