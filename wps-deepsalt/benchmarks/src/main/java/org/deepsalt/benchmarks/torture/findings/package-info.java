/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What a campaign counts, measures and finds wrong, as a table and as JSON. Knows neither hosts nor requests.
 */
@NullMarked
package org.deepsalt.benchmarks.torture.findings;

import org.jspecify.annotations.NullMarked;
