/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds in an answer what only the host's own log may say: paths, classes, stacks, indices. Stateless. */
final class InnerNames {
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final List<Pattern> INSIDE = List.of(
            Pattern.compile("\\b\\w+(?:Exception|Error)\\b"),
            Pattern.compile("\\b(?:java|javax|jdk|sun|com|org|it|ai|net)\\.(?:[a-z][\\w]*\\.)+[A-Z]\\w+"),
            Pattern.compile("\\.java:\\d+"),
            Pattern.compile("[Ii]ndex -?\\d+ out of bounds"),
            Pattern.compile("Cannot invoke \""),
            Pattern.compile("\\[B@[0-9a-f]+"),
            Pattern.compile("(?<![\\w:/.%-])/(?:home|root|tmp|var|opt|usr|srv|mnt|etc|proc|work|app)/[\\w./-]+"));

    private static final Pattern OURS = Pattern.compile("\\b(?:org\\.deepsalt|org\\.tensorflow|ai\\.djl)\\.[\\w.]+");

    private static final int MOST_JUDGED = 1 << 20;

    private InnerNames() {}

    /** The first such name that the request did not bring itself. */
    static Optional<String> in(Answer answer, List<String> places) {
        if (!answer.isText()) {
            return Optional.empty();
        }
        String request = answer.request() + decoded(answer.request());
        String whole = answer.text();
        if (whole.length() > MOST_JUDGED) {
            whole = whole.substring(0, MOST_JUDGED);
        }
        for (String place : places) {
            if (whole.contains(place) && !request.contains(place)) {
                return Optional.of(place);
            }
        }
        String text = answer.type().contains("xml") ? TAGS.matcher(whole).replaceAll(" ") : whole;
        for (Pattern pattern : INSIDE) {
            Optional<String> found = pattern.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !request.contains(name))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first class of DeepSalt, TensorFlow or DJL in an answer, whatever else it names. */
    static Optional<String> ofDeepSalt(Answer answer) {
        if (!answer.isText()) {
            return Optional.empty();
        }
        String request = answer.request() + decoded(answer.request());
        return OURS.matcher(answer.text())
                .results()
                .map(MatchResult::group)
                .filter(name -> !request.contains(name))
                .findFirst();
    }

    /** What a request meant by its percent signs. */
    private static String decoded(String request) {
        try {
            return URLDecoder.decode(request, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
