/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** The processes as a host without GeoServer finds, describes and feeds them. */
package org.deepsalt.demohost.process;
