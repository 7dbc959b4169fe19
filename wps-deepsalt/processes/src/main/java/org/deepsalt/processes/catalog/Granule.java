/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.store.Hash;

/**
 * What tells a map of a series from its others: the time of the acquisition, and which scene and model it comes from.
 * The time dimension of the series shows the day alone. Granules are ordered by time, then by key. Immutable.
 *
 * @param time of the acquisition, UTC, cut to whole seconds
 * @param key twelve hexadecimal digits, see {@link #keyOf}
 */
public record Granule(Instant time, String key) implements Comparable<Granule> {
    private static final int KEY = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Pattern NAME =
            Pattern.compile("(.+)-([0-9]{8}T[0-9]{6}Z)-([0-9a-f]{" + KEY + "})\\.tif", Pattern.DOTALL);
    private static final Comparator<Granule> ORDER =
            Comparator.comparing(Granule::time).thenComparing(Granule::key);

    public Granule {
        time = time.truncatedTo(ChronoUnit.SECONDS);
        if (!key.matches("[0-9a-f]{" + KEY + "}")) {
            throw new IllegalArgumentException(
                    "key is '" + key + "', wanted " + KEY + " hexadecimal digits in lower case");
        }
    }

    /**
     * The key of an estimate, the same whenever the same model estimates the same scene.
     *
     * @param scene name of the product or layer
     * @param model SHA-256 of each file of the model's package by its path
     */
    public static String keyOf(String scene, Map<String, String> model) {
        StringBuilder text = new StringBuilder(scene);
        new TreeMap<>(model)
                .forEach((file, hash) ->
                        text.append('\n').append(file).append(' ').append(hash));
        return Hash.ofText(text.toString()).substring(0, KEY);
    }

    /** The day of the acquisition in UTC, by which the time dimension of the series shows it. */
    public LocalDate day() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** The name of its file, such as {@code ece-20250711T102030Z-0123456789ab.tif}, which tells the granule. */
    public String fileName(String layer) {
        return layer + "-" + TIME.format(time.atOffset(ZoneOffset.UTC)) + "-" + key + ".tif";
    }

    /** The granule that a name of a file tells; empty for a name that {@link #fileName} does not give that layer. */
    public static Optional<Granule> of(String layer, String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches() || !matcher.group(1).equals(layer)) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.parse(matcher.group(2), TIME);
            return Optional.of(new Granule(time.toInstant(ZoneOffset.UTC), matcher.group(3)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Granule other) {
        return ORDER.compare(this, other);
    }
}
