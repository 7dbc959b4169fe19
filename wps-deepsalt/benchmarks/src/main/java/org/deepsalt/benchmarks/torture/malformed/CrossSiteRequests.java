/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.nio.charset.StandardCharsets;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** What a browser sends for a page of somebody else: it must never be obeyed. A GeoServer leaves that to its users. */
public final class CrossSiteRequests implements MalformedInput {
    /** The layer that none of them may make. */
    public static final String LAYER = "deepsalt:cross_site";

    private static final String[] QUERIES = {
        "",
        "?request=GetCapabilities",
        "?service=WPS&request=GetCapabilities",
        "?service=WMS&request=GetMap",
        "?REQUEST=getcapabilities&request=Execute",
        "?request=GetCapabilities&request=Execute"
    };
    private static final String[] PLACES = {"/wps", "/ows", "/deepsalt/wps", "/wms"};
    private static final String[][] HEADERS = {
        {"Origin", "https://evil.example"},
        {"Origin", "null"},
        {"Origin", "http://localhost:1"},
        {"Sec-Fetch-Site", "cross-site"},
        {"Sec-Fetch-Site", "same-site"},
        {"Sec-Fetch-Site", "Cross-Site"},
        {"Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin"}
    };
    private static final String[] TYPES = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"};

    @Override
    public String name() {
        return "cross-site requests";
    }

    @Override
    public boolean fits(Target target) {
        return target.isDemoHost();
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        Execute execute = Execute.estimate(target).input("layer", LAYER).input("overwrite", "true");
        String type = TYPES[dice.random().nextInt(TYPES.length)];
        boolean form = type.equals(TYPES[1]) && dice.random().nextBoolean();
        String body = form ? Execute.query(execute.pairs()) : execute.document("published");
        String place = PLACES[dice.random().nextInt(PLACES.length)]
                + QUERIES[dice.random().nextInt(QUERIES.length)];
        return target.post(
                place,
                type,
                body.getBytes(StandardCharsets.UTF_8),
                HEADERS[dice.random().nextInt(HEADERS.length)]);
    }
}
