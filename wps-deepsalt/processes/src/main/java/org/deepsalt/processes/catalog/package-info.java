/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What the processes ask of their host, the {@link org.deepsalt.processes.catalog.LayerCatalog}, with the layers,
 * points and zones it answers with and the rules for names, files and folders that hosts have in common. No process and
 * no host is known here.
 */
@NullMarked
package org.deepsalt.processes.catalog;

import org.jspecify.annotations.NullMarked;
