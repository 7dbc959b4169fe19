/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.records;

/**
 * A record that is sent.
 *
 * @param fileName under which a browser saves it
 * @param content XML in UTF-8
 */
public record RecordDocument(String fileName, byte[] content) {}
