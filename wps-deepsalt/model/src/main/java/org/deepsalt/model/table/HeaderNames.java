/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;

/**
 * The names of a table's columns or a feature's attributes, found by their exact spelling first, then in any case.
 * Immutable.
 */
public final class HeaderNames {
    /** How tables call a WGS 84 longitude in degrees. */
    public static final List<String> LONGITUDE = List.of("longitude", "lon", "long", "longitude.point_wgs84_dd");
    /** How tables call a WGS 84 latitude in degrees. */
    public static final List<String> LATITUDE = List.of("latitude", "lat", "latitude.point_wgs84_dd");

    private final List<String> names;

    /** @param names in the order of the columns; blanks around them do not matter */
    public HeaderNames(Collection<String> names) {
        this.names = names.stream().map(String::strip).toList();
    }

    /** The names that several columns have, letter by letter; columns without a name are left out. */
    public List<String> repeated() {
        Set<String> seen = new HashSet<>();
        return names.stream()
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .distinct()
                .toList();
    }

    /**
     * The number of the column of a name.
     *
     * @return -1 if there is none
     * @throws DeepSaltException if no column has exactly this name and several have it in another case
     */
    public int find(String wanted) {
        int exact = names.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        int[] alike = IntStream.range(0, names.size())
                .filter(column -> names.get(column).equalsIgnoreCase(wanted))
                .toArray();
        if (alike.length > 1) {
            List<String> spellings = new ArrayList<>();
            for (int column : alike) {
                spellings.add(names.get(column));
            }
            throw new DeepSaltException("'" + wanted + "' may be any of " + spellings
                    + ", which differ in nothing but their case: name the one that is meant as it is spelt, or rename"
                    + " the others");
        }
        return alike.length == 0 ? -1 : alike[0];
    }

    /**
     * How a name is spelt here.
     *
     * @throws DeepSaltException as {@link #find}
     */
    public Optional<String> spelt(String wanted) {
        int column = find(wanted);
        return column < 0 ? Optional.empty() : Optional.of(names.get(column));
    }

    /**
     * The column of the first of several names for one thing that is there.
     *
     * @return -1 if there is none
     */
    public int first(List<String> wanted) {
        return wanted.stream()
                .mapToInt(this::find)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }
}
