/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Legends of a layer in a style, as a picture and as JSON. Styles come as they were read; no request is parsed here.
 */
@NullMarked
package org.deepsalt.demohost.wms.legend;

import org.jspecify.annotations.NullMarked;
