/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Records of results and models for catalogues of others: STAC and ISO 19139, written from finished files and their
 * reports. Computes nothing, and knows no running process.
 */
@NullMarked
package org.deepsalt.processes.records;

import org.jspecify.annotations.NullMarked;
