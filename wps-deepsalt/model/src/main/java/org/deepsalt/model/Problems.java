/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request, so that the user hears all of it at once. Not thread-safe. */
public final class Problems {
    private final List<String> found = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    /** Notes a problem in a sentence: what is wrong, what was got, what is wanted, and the remedy. */
    public void add(String sentence) {
        found.add(sentence);
    }

    /** Whether a problem was noted. */
    public boolean any() {
        return !found.isEmpty();
    }

    /** The sentences so far. */
    public List<String> list() {
        return List.copyOf(found);
    }

    /** Runs a check whose failure is one more problem; returns null after a failure. */
    public <T> @Nullable T attempt(Supplier<T> check) {
        try {
            return check.get();
        } catch (InvalidRequestException e) {
            found.addAll(e.problems());
            causes.addAll(List.of(e.getSuppressed()));
        } catch (CancelledException e) {
            throw e;
        } catch (DeepSaltException e) {
            found.add(e.getMessage());
            causes.add(e);
        }
        return null;
    }

    /** Keeps the causes of problems whose sentences are noted here in other words. */
    public void because(Problems others) {
        causes.addAll(others.causes);
    }

    /**
     * Throws all problems at once, if there are any.
     *
     * @throws InvalidRequestException with all problems, if there are any; what they came of is suppressed in it
     */
    public void throwIfAny() {
        if (any()) {
            InvalidRequestException all = new InvalidRequestException(found);
            causes.forEach(all::addSuppressed);
            throw all;
        }
    }

    /**
     * What an attempt gave, if no problem was found by it or before it.
     *
     * @throws InvalidRequestException with all problems
     */
    public <T> T require(@Nullable T attempted) {
        throwIfAny();
        return Objects.requireNonNull(attempted, "an attempt that gave nothing has left a problem");
    }
}
