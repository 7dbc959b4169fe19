/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.time.Duration;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Small requests that ask for very much. */
final class Amplifications implements MalformedInput {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int NAME_SPACES = 80_000;

    @Override
    public String name() {
        return "amplification";
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        return switch (dice.random().nextInt(10)) {
            case 0 -> target.get("/wps?service=WPS&request=DescribeProcess&identifier=" + "all,".repeat(1000) + "all");
            case 1 -> target.post(describeAll());
            case 2 ->
                target.post(new Execute("deepsalt:DescribeModel")
                        .input("model", target.model())
                        .document(many("card")));
            case 3 -> target.post(nameSpaces());
            case 4 ->
                target.get("/wms?service=WMS&version=1.1.1&request=GetMap&styles=&srs=EPSG:4326&bbox=-111,38,-109,40"
                        + "&width=100000&height=100000&format=image/png&layers=sample:soil");
            case 5 ->
                target.get("/wms?service=WMS&version=1.1.1&request=GetMap&styles=&srs=EPSG:4326&bbox=-111,38,-109,40"
                        + "&width=64&height=64&format=image/png&layers=" + "sample:soil,".repeat(1500) + "sample:soil");
            case 6 ->
                target.get("/wms?service=WMS&version=1.3.0&request=GetLegendGraphic&layer=sample:soil&format=image/png"
                        + "&width=100000&height=100000&legend_options=dpi:100000;fontSize:100000");
            case 7 ->
                target.get("/wms?service=WMS&version=1.1.1&request=GetFeatureInfo&styles=&srs=EPSG:4326"
                        + "&bbox=-111,38,-109,40&width=64&height=64&x=3&y=3&feature_count=2147483647&layers=sample:soil"
                        + "&query_layers=" + "sample:soil,".repeat(1500) + "sample:soil");
            case 8 -> target.post(manyInputs(target));
            default ->
                target.get("/wps?service=WPS&version=1.0.0&request=Execute&identifier=deepsalt:DescribeModel"
                        + "&DataInputs=model%3D" + target.model() + "&ResponseDocument=" + "card;".repeat(4000)
                        + "card");
        };
    }

    private static String describeAll() {
        return "<wps:DescribeProcess service='WPS' version='1.0.0' xmlns:wps='http://www.opengis.net/wps/1.0.0'"
                + " xmlns:ows='http://www.opengis.net/ows/1.1'>"
                + "<ows:Identifier>all</ows:Identifier>".repeat(5000) + "</wps:DescribeProcess>";
    }

    private static String nameSpaces() {
        StringBuilder text = new StringBuilder("<x");
        for (int i = 0; i < NAME_SPACES; i++) {
            text.append(" xmlns:a").append(i).append("='u'");
        }
        return text.append("/>").toString();
    }

    private static String manyInputs(Target target) {
        Execute execute = Execute.estimate(target);
        for (int i = 0; i < 5000; i++) {
            execute.input("nothing" + i, "1").input("covariate", "sand=sample:soil");
        }
        return execute.document("report");
    }

    private static String[] many(String output) {
        String[] outputs = new String[4000];
        java.util.Arrays.fill(outputs, output);
        return outputs;
    }
}
