/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The command line: the processes on files, the sample world and the demo host. Of all that is shipped, only this
 * package writes to the terminal.
 */
@NullMarked
package org.deepsalt.cli;

import org.jspecify.annotations.NullMarked;
