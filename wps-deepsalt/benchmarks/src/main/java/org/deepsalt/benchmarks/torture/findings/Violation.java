/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.findings;

/**
 * Something that must not happen, and how to make it happen again.
 *
 * @param attack class of the attack
 * @param seed of what was done, for {@code --repeat}
 * @param what went wrong, as a sentence
 * @param request what was sent, in part
 */
public record Violation(String attack, long seed, String what, String request) {}
