/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The JSON output of processes, the parts that several reports share, and the file beside a result. A report of one
 * process lies beside that process.
 */
@NullMarked
package org.deepsalt.processes.report;

import org.jspecify.annotations.NullMarked;
