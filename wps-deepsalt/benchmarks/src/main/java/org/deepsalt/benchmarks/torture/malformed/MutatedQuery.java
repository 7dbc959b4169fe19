/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Key-value pairs of WPS and WMS with values changed, names changed, pairs doubled and left out. */
final class MutatedQuery implements MalformedInput {
    @Override
    public String name() {
        return "mutated KVP";
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        boolean map = dice.random().nextInt(3) > 0;
        List<String[]> pairs = map
                ? ValidRequests.map(dice)
                : new java.util.ArrayList<>(ValidRequests.execute(target, dice).pairs());
        for (int i = 1 + dice.random().nextInt(2); i > 0; i--) {
            damage(pairs, dice);
        }
        return target.get((map ? "/wms?service=WMS&" : "/wps?service=WPS&version=1.0.0&") + Execute.query(pairs));
    }

    private static void damage(List<String[]> pairs, Mutator dice) {
        int at = dice.random().nextInt(pairs.size());
        String[] pair = pairs.get(at);
        switch (dice.random().nextInt(8)) {
            case 0 -> pairs.add(pair);
            case 1 -> {
                if (pairs.size() > 1) {
                    pairs.remove(at);
                }
            }
            case 2 -> pairs.set(at, new String[] {damaged(pair[0], dice), pair[1]});
            case 3 -> {
                String extreme = Mutator.EXTREMES.get(dice.random().nextInt(Mutator.EXTREMES.size()));
                pairs.set(at, new String[] {pair[0], extreme});
            }
            default -> pairs.set(at, new String[] {pair[0], damaged(pair[1], dice)});
        }
    }

    private static String damaged(String text, Mutator dice) {
        return new String(dice.text(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
