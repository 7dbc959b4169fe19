/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

/** What keeps the alignment from giving all spectra the same code, which satisfies the pull of pairs best. */
public enum CollapseGuard {
    /** Nothing: a collapse ends the training. */
    NONE,
    /** A contrastive term pushes apart what is no pair, and teacher and student see standardised codes. */
    CONTRASTIVE
}
