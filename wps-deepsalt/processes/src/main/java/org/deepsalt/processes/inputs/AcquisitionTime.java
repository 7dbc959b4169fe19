/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/** Times and days of requests, in ISO 8601. Stateless. */
public final class AcquisitionTime {
    /** A time for messages. */
    public static final String EXAMPLE = "2025-07-11T10:20:30Z or 2025-07-11";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private AcquisitionTime() {}

    /**
     * A time with its offset from UTC, or a day, which stands for its beginning in UTC.
     *
     * @param input name of the input, for the message
     * @throws DeepSaltException if it is neither
     */
    public static Instant parse(String input, String text) {
        try {
            Instant time = text.contains("T")
                    ? OffsetDateTime.parse(text.strip()).toInstant()
                    : LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeParseException e) {
            throw wrong(input, text, e);
        }
        throw wrong(input, text, null);
    }

    /**
     * A day, in UTC where the text is a time.
     *
     * @throws DeepSaltException as {@link #parse}
     */
    public static LocalDate day(String input, String text) {
        return LocalDate.ofInstant(parse(input, text), ZoneOffset.UTC);
    }

    private static DeepSaltException wrong(String input, String text, @Nullable DateTimeParseException cause) {
        return new DeepSaltException(
                input + " is '" + text + "', wanted a time with its offset from UTC or a day, such as " + EXAMPLE,
                cause);
    }
}
