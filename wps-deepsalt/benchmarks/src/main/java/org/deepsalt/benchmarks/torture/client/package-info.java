/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Requests to a host and their answers, with what an answer must never say. Knows no attack.
 */
@NullMarked
package org.deepsalt.benchmarks.torture.client;

import org.jspecify.annotations.NullMarked;
