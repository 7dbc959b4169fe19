/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * How long many scenes take on many machines, computed from measured seconds of single scenes. Runs no scene.
 */
@NullMarked
package org.deepsalt.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
