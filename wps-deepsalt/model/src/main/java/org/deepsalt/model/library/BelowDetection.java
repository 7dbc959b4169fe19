/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

/** What a measurement counts as that a laboratory reports as smaller than it can detect, such as {@code <0.1}. */
public enum BelowDetection {
    /** Half of the limit. */
    HALF,
    /** A problem: rows with one refuse the library. */
    REFUSE
}
