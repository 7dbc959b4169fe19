/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Reading XML that somebody else wrote, without ever following what it refers to, and writing our own. Knows no schema
 * of a service.
 */
@NullMarked
package org.deepsalt.demohost.xml;

import org.jspecify.annotations.NullMarked;
