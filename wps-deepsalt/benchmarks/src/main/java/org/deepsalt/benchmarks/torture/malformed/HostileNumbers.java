/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.util.List;
import java.util.Locale;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Numbers that break arithmetic, in the place of every kind of number that a request may have. */
final class HostileNumbers implements MalformedInput {
    private static final List<String> NUMBERS = List.of(
            "1e308",
            "-1e308",
            "1.7976931348623157e308",
            "4.9e-324",
            "-4.9e-324",
            "Infinity",
            "-Infinity",
            "NaN",
            "-0.0",
            "1e-400",
            "1e400",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "2147483647",
            "-2147483648",
            "4294967296",
            "1e15",
            "90.0000001",
            "-180.0000001",
            "360",
            "1e5",
            "0");
    private static final List<String> ESTIMATION =
            List.of("confidence", "threshold", "maxNdvi", "minNdwi", "maxWaterSwir", "minDetectorSpread", "maxCloud");
    private static final List<String> MAP =
            List.of("width", "height", "bbox", "time", "elevation", "dpi", "bgcolor", "env", "format_options");
    private static final int MOST_VERTICES = 60_000;

    @Override
    public String name() {
        return "hostile numbers";
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        return switch (dice.random().nextInt(6)) {
            case 0 ->
                target.post(Execute.estimate(target)
                        .input(one(ESTIMATION, dice), number(dice))
                        .document("report"));
            case 1 ->
                target.post(
                        Execute.estimate(target).input("region", polygon(dice)).document("report"));
            case 2 ->
                target.post(Execute.estimate(target)
                        .input("region", manyVertices(dice))
                        .document("report"));
            case 3 ->
                target.post(new Execute("deepsalt:SpectralProfile")
                        .input("enmap", "sample:enmap")
                        .input("point", number(dice) + " " + number(dice))
                        .document("profile"));
            case 4 ->
                target.post(Execute.training("none", 1)
                        .input("target", "nothing")
                        .input(one(List.of("pairingDistance", "maxDepth", "targetRange"), dice), number(dice))
                        .document("report"));
            default -> map(target, dice);
        };
    }

    private static Answer map(Target target, Mutator dice) {
        String box = number(dice) + "," + number(dice) + "," + number(dice) + "," + number(dice);
        List<String[]> pairs = ValidRequests.map(dice);
        String name = one(MAP, dice);
        pairs.removeIf(pair -> pair[0].equals(name));
        pairs.add(new String[] {name, name.equals("bbox") ? box : number(dice)});
        return target.get("/wms?service=WMS&" + Execute.query(pairs));
    }

    private static String polygon(Mutator dice) {
        String first = number(dice) + " " + number(dice);
        String srid =
                dice.random().nextBoolean() ? "" : "SRID=" + (dice.random().nextBoolean() ? "32612" : "3857") + ";";
        return srid + "POLYGON((" + first + "," + number(dice) + " " + number(dice) + "," + number(dice) + " "
                + number(dice) + "," + first + "))";
    }

    /** A star around the scene with very many corners. */
    private static String manyVertices(Mutator dice) {
        int vertices = 1000 + dice.random().nextInt(MOST_VERTICES);
        StringBuilder text = new StringBuilder("POLYGON((");
        for (int i = 0; i <= vertices; i++) {
            double angle = 2 * Math.PI * (i % vertices) / vertices;
            double radius = i % 2 == 0 ? 0.02 : 0.005;
            text.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "%.7f %.7f",
                            -110.1 + radius * Math.cos(angle),
                            39 + radius * Math.sin(angle)));
        }
        return text.append("))").toString();
    }

    private static String number(Mutator dice) {
        return one(NUMBERS, dice);
    }

    private static String one(List<String> texts, Mutator dice) {
        return texts.get(dice.random().nextInt(texts.size()));
    }
}
