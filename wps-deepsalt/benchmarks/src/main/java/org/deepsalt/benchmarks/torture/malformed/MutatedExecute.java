/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.nio.charset.StandardCharsets;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Execute documents with bytes, words and numbers changed. */
final class MutatedExecute implements MalformedInput {
    @Override
    public String name() {
        return "mutated XML";
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        byte[] valid =
                ValidRequests.document(ValidRequests.execute(target, dice)).getBytes(StandardCharsets.UTF_8);
        return target.post(dice.text(valid));
    }
}
