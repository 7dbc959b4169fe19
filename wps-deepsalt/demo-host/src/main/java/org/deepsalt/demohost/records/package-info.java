/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Serves the ISO 19139 records of published layers, at the addresses to which the layers link. Writes none.
 */
@NullMarked
package org.deepsalt.demohost.records;

import org.jspecify.annotations.NullMarked;
