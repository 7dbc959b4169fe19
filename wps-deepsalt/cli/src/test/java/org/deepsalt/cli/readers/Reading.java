/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.nio.file.Path;
import org.deepsalt.world.damage.Mutator;

/** Reads one damaged input. */
@FunctionalInterface
interface Reading {
    /**
     * Reads; throws what the reader throws.
     *
     * @param mutator damages the input
     * @param folder empty, for the input's files
     */
    void read(Mutator mutator, Path folder) throws Exception;
}
