/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Values with line breaks, which would write lines of their own into a log. */
public final class LogForgeries implements MalformedInput {
    /** What no line of a log may begin with. */
    public static final String MARK = "FORGED-LINE";

    private static final String[] BREAKS = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u000B", "\u000C", "\u001B[2J\n"};

    @Override
    public String name() {
        return "log forgeries";
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        String text = "x" + BREAKS[dice.random().nextInt(BREAKS.length)] + MARK + " 1.1.2026 SEVERE all is lost";
        boolean map = dice.random().nextBoolean();
        List<String[]> pairs = map
                ? ValidRequests.map(dice)
                : new java.util.ArrayList<>(ValidRequests.execute(target, dice).pairs());
        int at = dice.random().nextInt(pairs.size());
        String[] pair = pairs.get(at);
        pairs.set(at, dice.random().nextInt(4) == 0 ? new String[] {text, pair[1]} : new String[] {pair[0], text});
        String query = Execute.query(pairs);
        String place = map ? "/wms" : "/wps";
        return dice.random().nextBoolean()
                ? target.get(place + "?" + query)
                : target.post(place, "application/x-www-form-urlencoded", query.getBytes(StandardCharsets.UTF_8));
    }
}
