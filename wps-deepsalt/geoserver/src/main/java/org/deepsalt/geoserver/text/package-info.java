/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Titles and descriptions of the processes in the server's language. The texts are resource bundles; no other text of
 * the extension is translated.
 */
@NullMarked
package org.deepsalt.geoserver.text;

import org.jspecify.annotations.NullMarked;
