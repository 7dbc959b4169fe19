/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** What hosts have in common: folders of laboratory libraries and of products to import, names and styles of layers. */
package org.deepsalt.processes.host;
