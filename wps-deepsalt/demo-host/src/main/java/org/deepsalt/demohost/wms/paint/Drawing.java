/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.util.Map;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.style.MapStyle;

/**
 * A layer in a style.
 *
 * @param styleName as capabilities list it
 * @param variables that the request sets for the style
 */
public record Drawing(Layer layer, String styleName, MapStyle style, Map<String, String> variables) {}
