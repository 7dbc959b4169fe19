/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Many jobs on one machine: processes that work them off, scenes that end a process, the manifest. Knows no terminal.
 */
@NullMarked
package org.deepsalt.batch.run;

import org.jspecify.annotations.NullMarked;
