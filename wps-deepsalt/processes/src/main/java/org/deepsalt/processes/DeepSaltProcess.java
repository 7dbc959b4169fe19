/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

/** Marks the processes of the group {@code deepsalt}: hosts register the Spring beans that implement it. */
public interface DeepSaltProcess {}
