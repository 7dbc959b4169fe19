/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * A data directory as a host for the processes: its layers, its models and libraries, its services over HTTP, and the
 * sample model that a first start makes.
 */
package org.deepsalt.demohost;
