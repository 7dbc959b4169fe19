/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Texts of users that hold numbers: CSV tables, their headers, and what counts as a number. Knows nothing of soils. */
@NullMarked
package org.deepsalt.model.table;

import org.jspecify.annotations.NullMarked;
