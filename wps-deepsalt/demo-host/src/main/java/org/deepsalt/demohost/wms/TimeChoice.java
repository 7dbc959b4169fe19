/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.wms.request.WmsErrors;
import org.jspecify.annotations.Nullable;

/**
 * The day of the parameter TIME: a day, a time whose day in UTC is meant, or {@code current} for a series' latest,
 * which is also that of a request without TIME. Immutable.
 *
 * @param day null for the latest
 */
record TimeChoice(@Nullable LocalDate day) {
    private static final String NAME = "time";
    /** Days that a message names at most. */
    private static final int NAMED = 20;

    /** @throws OwsException if TIME is a list, an interval, or no time at all */
    static TimeChoice of(OwsRequest request) {
        String text = request.parameter(NAME).orElse("").strip();
        if (text.isEmpty() || text.equalsIgnoreCase("current")) {
            return new TimeChoice(null);
        }
        try {
            return new TimeChoice(
                    text.contains("T")
                            ? OffsetDateTime.parse(text)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toLocalDate()
                            : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new OwsException(
                    WmsErrors.DIMENSION,
                    NAME,
                    "TIME is '" + text + "', wanted one day such as 2025-07-11, a time such as 2025-07-11T10:20:30Z,"
                            + " or 'current'; lists and intervals are not drawn",
                    e);
        }
    }

    /**
     * The maps of a series that are shown.
     *
     * @throws OwsException if it has none of that day
     */
    List<RasterLayer> granules(SeriesLayer series) {
        NavigableSet<LocalDate> days = series.days();
        List<RasterLayer> granules = series.on(day == null ? days.last() : day);
        if (granules.isEmpty()) {
            throw new OwsException(
                    WmsErrors.DIMENSION,
                    NAME,
                    "layer '" + series.name() + "' has no map of " + day + ", it has " + some(days)
                            + ": GetCapabilities lists the days");
        }
        return granules;
    }

    private static String some(NavigableSet<LocalDate> days) {
        String first = days.stream().limit(NAMED).map(LocalDate::toString).collect(Collectors.joining(", "));
        return days.size() <= NAMED ? first : first + " and " + (days.size() - NAMED) + " more";
    }
}
