/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** What the administrator sees of the extension: whether it is installed rightly, what it runs on, what it has. */
package org.deepsalt.geoserver.status;
