/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What the administrator sees of the extension: whether it is installed correctly, which engine it runs on, which
 * models it has. Only looks, and loads no native library.
 */
@NullMarked
package org.deepsalt.geoserver.status;

import org.jspecify.annotations.NullMarked;
