/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

/** How an image or points are drawn. */
public sealed interface Symbolizer permits RasterSymbolizer, PointSymbolizer {}
