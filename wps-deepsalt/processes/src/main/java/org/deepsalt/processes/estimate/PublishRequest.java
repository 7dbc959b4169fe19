/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

/**
 * How an estimate shall be published.
 *
 * @param layer name of the layer; null to publish nothing
 * @param style name of a style of the catalog
 * @param styleChosen whether the request gave it, rather than the server
 * @param title null for one that names the scene
 * @param overwrite whether a layer of the same name may be replaced
 */
record PublishRequest(String layer, String style, boolean styleChosen, String title, boolean overwrite) {}
