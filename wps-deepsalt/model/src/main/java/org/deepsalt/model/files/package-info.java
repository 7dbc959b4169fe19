/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Files and folders as they are found on a host: what is no file at all, disks without room, changes that a kill may
 * interrupt. It knows nothing of what the files hold.
 */
@NullMarked
package org.deepsalt.model.files;

import org.jspecify.annotations.NullMarked;
