/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

/**
 * A link from a layer to metadata about it. Immutable.
 *
 * @param type media type of what is there
 * @param standard what WMS calls the standard of the metadata, such as {@code ISO19115:2003}
 * @param content an address; where it begins with a slash, one below the host's own
 */
public record MetadataLink(String type, String standard, String content) {}
