/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What a running process has around it: progress, cancellation, limits, settings of the host, the loading of
 * TensorFlow, and the exceptions that WPS hosts show. Knows neither layers of a request nor reports.
 */
@NullMarked
package org.deepsalt.processes.job;

import org.jspecify.annotations.NullMarked;
