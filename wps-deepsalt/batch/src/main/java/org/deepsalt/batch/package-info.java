/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Many scenes: jobs that estimate one scene each and leave a result exactly once, whatever dies. Knows no engine that
 * hands out the jobs, no terminal, and publishes nothing.
 */
@NullMarked
package org.deepsalt.batch;

import org.jspecify.annotations.NullMarked;
