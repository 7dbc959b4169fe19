/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The Web Map Service, versions 1.1.1 and 1.3.0: maps of the catalog's layers, their legends, and the values at a
 * point. Requests are read in {@code wms.request}, pictures drawn in {@code wms.paint} and {@code wms.legend}.
 */
@NullMarked
package org.deepsalt.demohost.wms;

import org.jspecify.annotations.NullMarked;
