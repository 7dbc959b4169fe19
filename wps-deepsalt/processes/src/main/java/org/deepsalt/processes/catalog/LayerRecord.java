/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;

/**
 * The ISO 19139 record of a published map: a file beside the map, and the address under which a host serves it to
 * whoever may read the layer. The address begins at the host's own, is the same in every host, and names no file.
 * Stateless.
 */
public final class LayerRecord {
    /** The service that serves records, as its parameter SERVICE has it; case does not count. */
    public static final String SERVICE = "deepsalt";

    /** Its operation. */
    public static final String OPERATION = "GetRecord";

    /** Parameter with the name of the layer. */
    public static final String LAYER = "layer";

    /** Parameter with a day or a time of a series, UTC; the newest map without it. */
    public static final String DATE = "date";

    /** The type of its content. */
    public static final String MEDIA_TYPE = "text/xml";

    /** What the links of WMS 1.3.0 call records after ISO 19115:2003. */
    public static final String STANDARD = "ISO19115:2003";

    /** The header Content-Security-Policy of an answer: a browser shows a record, and runs nothing that is in it. */
    public static final String CONTENT_POLICY = "default-src 'none'; sandbox";

    /** How the names of records end. */
    public static final String ENDING = ".iso.xml";

    private static final String QUERY = "/ows?service=" + SERVICE + "&version=1.0.0&request=" + OPERATION + "&";

    private LayerRecord() {}

    /** Where the record of an image lies: {@code ece.tif} has {@code ece.iso.xml}. */
    public static Path of(Path image) {
        return image.resolveSibling(image.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ENDING);
    }

    /**
     * The address of a layer's record.
     *
     * @return path and query below the host's own address, beginning with a slash; of the services of the layer's
     *     workspace, which see it even where a host shows a workspace to no others
     */
    public static String address(LayerName layer) {
        return "/" + encoded(layer.workspace()) + QUERY + LAYER + "=" + encoded(layer.prefixed());
    }

    /** Whether an address is one that {@link #address} gives, of any layer. */
    public static boolean isAddress(String address) {
        return address.startsWith("/") && address.contains(QUERY);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The map of a series whose record is asked for.
     *
     * @param date a day such as 2025-07-11 or a time such as 2025-07-11T10:20:30Z; empty for the newest of all
     * @return the newest of that day or time; empty if there is none
     * @throws DeepSaltException if the date is neither
     */
    public static Optional<Granule> choose(Collection<Granule> granules, String date) {
        String wanted = date.strip();
        if (!wanted.isEmpty() && !wanted.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                wanted = Instant.parse(wanted).toString();
            } catch (DateTimeParseException e) {
                throw new DeepSaltException(
                        DATE + " is '" + date + "', wanted a day such as 2025-07-11 or a time such as"
                                + " 2025-07-11T10:20:30Z",
                        e);
            }
        }
        String chosen = wanted;
        return granules.stream()
                .filter(granule -> chosen.isEmpty()
                        || granule.day().toString().equals(chosen)
                        || granule.time().toString().equals(chosen))
                .max(Comparator.naturalOrder());
    }
}
