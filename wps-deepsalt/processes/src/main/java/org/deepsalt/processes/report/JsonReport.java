/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

/**
 * A process output that hosts send as {@code application/json}.
 *
 * @param json a JSON document
 */
public record JsonReport(String json) {}
