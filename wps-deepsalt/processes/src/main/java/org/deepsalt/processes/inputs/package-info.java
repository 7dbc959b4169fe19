/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What several processes read from a request: covariates, samples and their labels, the check that samples lie in the
 * scenes, and the scope that closes what was opened. Knows the catalog, but no single process.
 */
@NullMarked
package org.deepsalt.processes.inputs;

import org.jspecify.annotations.NullMarked;
