/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.conductivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column of conductivities in a laboratory's table. Its name tells extract and unit, one of them or neither: {@code
 * ec_dS_m}, {@code ece_mS_cm}, {@code EC 1:5 (uS/cm)}, {@code EC [dS m-1]}, {@code ec12}, {@code ec}, {@code
 * ec_usda.a364_ds.m}.
 *
 * @param column its number, from 0
 * @param name as it stands in the header
 * @param unit where the name tells it
 * @param extract where the name tells it
 */
public record EcColumn(int column, String name, Optional<ConductivityUnit> unit, Optional<Extract> extract) {
    private static final Pattern NAME = Pattern.compile(
            "(ece|ec|(?:electrical_|elec_)?conductivity)(?:_?(" + extracts() + "))?(?:_(\\p{L}+_?c?m)(?:_?1)?)?");

    private static String extracts() {
        return Arrays.stream(Extract.values()).map(Extract::spellings).collect(Collectors.joining("|"));
    }

    /** Columns of conductivities, the one nearest to ECe first: saturated paste, 1:2, 1:2.5, 1:5, not told. */
    public static List<EcColumn> among(List<String> header) {
        List<EcColumn> found = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            of(column, header.get(column)).ifPresent(found::add);
        }
        found.sort(
                Comparator.comparing(one -> one.extract.orElse(null), Comparator.nullsLast(Comparator.naturalOrder())));
        return found;
    }

    private static Optional<EcColumn> of(int column, String name) {
        String key = name.trim()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}0-9]+", "_")
                .replaceAll("^_|_$", "");
        Matcher matcher = NAME.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<ConductivityUnit> unit = Optional.ofNullable(matcher.group(3)).flatMap(ConductivityUnit::named);
        if (matcher.group(3) != null && unit.isEmpty()) {
            return Optional.empty();
        }
        Optional<Extract> extract = matcher.group(1).equals("ece")
                ? Optional.of(Extract.SATURATED_PASTE)
                : Optional.ofNullable(matcher.group(2)).flatMap(Extract::named);
        return Optional.of(new EcColumn(column, name.trim(), unit, extract));
    }
}
