/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The Web Map Service, versions 1.1.1 and 1.3.0: maps of the catalog's layers, their legends, and the values at a
 * place.
 */
package org.deepsalt.demohost.wms;
