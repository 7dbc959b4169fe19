/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** The command line: the processes on files, the sample world, the server. Modelled on {@code qgis_process}. */
package org.deepsalt.cli;
