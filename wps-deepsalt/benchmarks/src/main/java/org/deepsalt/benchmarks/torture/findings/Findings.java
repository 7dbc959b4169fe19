/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a campaign has met so far. Thread-safe. */
public final class Findings {
    private static final int MOST_OF_ONE_CLASS = 200;
    private static final int LONGEST_LINE = 300;

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final List<Violation> violations = new CopyOnWriteArrayList<>();
    private final Map<String, Long> perClass = new ConcurrentHashMap<>();
    private final Map<String, String> leftOut = new ConcurrentHashMap<>();
    private final List<String> series = new CopyOnWriteArrayList<>();
    private final Consumer<String> news;

    /**
     * Starts with nothing.
     *
     * @param news hears of each violation at once
     */
    public Findings(Consumer<String> news) {
        this.news = news;
    }

    /** Counts one try of an attack. */
    public void count(String attack, String outcome, long nanos) {
        tallies.computeIfAbsent(attack, name -> new Tally()).add(outcome, nanos);
    }

    /** Notes a violation; of very many of one class only the number. */
    public void violation(Violation violation) {
        long before = perClass.merge(violation.attack(), 1L, Long::sum);
        if (before <= MOST_OF_ONE_CLASS) {
            violations.add(violation);
            news.accept("VIOLATION " + violation.attack() + ":" + violation.seed() + " " + shortened(violation.what()));
        }
    }

    /** Notes that a class of attack could not be tried here, and why. */
    public void leftOut(String attack, String why) {
        leftOut.put(attack, why);
        news.accept(attack + " is left out: " + why);
    }

    /** Notes a figure that belongs to no class, as a sentence. */
    public void figure(String sentence) {
        series.add(sentence);
        news.accept(sentence);
    }

    /** What happens at the moment, for whoever waits. */
    public void news(String sentence) {
        news.accept(sentence);
    }

    /** All classes that were tried, in alphabetical order. */
    public List<ClassFigures> classes() {
        List<ClassFigures> figures = new ArrayList<>();
        new TreeMap<>(tallies)
                .forEach((name, tally) -> figures.add(tally.figures(name, perClass.getOrDefault(name, 0L))));
        return figures;
    }

    /** How often all classes together were tried of which the name fulfils a condition. */
    public long tried(Predicate<String> names) {
        return classes().stream()
                .filter(one -> names.test(one.attack()))
                .mapToLong(ClassFigures::count)
                .sum();
    }

    /** The violations, as they came. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Classes that could not be tried, with the reasons. */
    public Map<String, String> leftOut() {
        return Map.copyOf(leftOut);
    }

    /** Figures that belong to no class. */
    public List<String> figures() {
        return List.copyOf(series);
    }

    /** One line of a length that a terminal shows. */
    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
    }
}
