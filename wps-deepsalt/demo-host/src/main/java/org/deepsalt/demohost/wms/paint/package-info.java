/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Draws layers into a picture and encodes it as PNG or JPEG. Area, styles and deadline come from the caller; no request
 * is parsed here.
 */
@NullMarked
package org.deepsalt.demohost.wms.paint;

import org.jspecify.annotations.NullMarked;
