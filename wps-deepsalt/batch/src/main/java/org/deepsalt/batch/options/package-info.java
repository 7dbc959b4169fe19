/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The options that all commands have which estimate many scenes. Knows picocli, and nobody here knows it besides.
 */
@NullMarked
package org.deepsalt.batch.options;

import org.jspecify.annotations.NullMarked;
