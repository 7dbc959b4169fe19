/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.io.IOException;
import java.time.Duration;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Judge;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** One kind of malformed input. Implementations are stateless and thread-safe; equal dice send equal requests. */
public interface MalformedInput {
    /** What the kind is called in the figures. */
    String name();

    /** Sends one input that the dice choose. */
    Answer send(Target target, Mutator dice) throws IOException;

    /** Longest time that a host with nothing else to do may take to answer. */
    default Duration patience() {
        return Judge.PATIENCE;
    }

    /** Whether it can be tried on a host. */
    default boolean fits(Target target) {
        return true;
    }
}
