/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.standalone.wms;

import java.util.Map;
import org.deepsalt.standalone.catalog.Layer;
import org.deepsalt.standalone.style.MapStyle;

/**
 * A layer in a style.
 *
 * @param styleName as capabilities list it
 * @param variables that the request sets for the style
 */
record Drawing(Layer layer, String styleName, MapStyle style, Map<String, String> variables) {}
