/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.nio.charset.StandardCharsets;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Estimations whose region is GeoJSON or well-known text with bytes, words and numbers changed. */
final class MutatedGeoJson implements MalformedInput {
    private static final String[] REGIONS = {
        """
        {"type":"Polygon","coordinates":[[[-110.11,38.99],[-110.09,38.99],[-110.09,39.01],[-110.11,38.99]]]}""",
        """
        {"type":"Feature","properties":{"name":"a"},"geometry":{"type":"MultiPolygon","coordinates":[[[[-110.11,38.99],\
        [-110.09,38.99],[-110.09,39.01],[-110.11,38.99]]],\
        [[[-110.1,38.9],[-110.0,38.9],[-110.0,39.0],[-110.1,38.9]]]]}}""",
        """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32612"}},\
        "features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[577000,4316000],[578000,4316000],\
        [578000,4317000],[577000,4316000]]]}}]}""",
        ValidRequests.REGION,
        "SRID=32612;POLYGON((577000 4316000,578000 4316000,578000 4317000,577000 4316000))"
    };

    @Override
    public String name() {
        return "mutated regions";
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        String valid = REGIONS[dice.random().nextInt(REGIONS.length)];
        byte[] damaged = dice.text(valid.getBytes(StandardCharsets.UTF_8));
        String text = new String(damaged, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
        return target.post(Execute.estimate(target).input("region", text).document("report"));
    }
}
