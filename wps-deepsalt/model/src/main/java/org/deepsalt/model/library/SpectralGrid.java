/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells the columns of a spectrum from others whose headers are numbers too: years, sieves, horizons. A spectrum stands
 * in one run of columns whose numbers rise or fall in small steps; a run of others does not fit between its points. All
 * its headers are written alike. Where no run is long, since the file has its columns in no order, all of them count.
 */
final class SpectralGrid {
    /** So many typical steps, and at least {@link #NEAR}, end a run. */
    private static final double JUMP = 20;
    /** Below it neighbours in cm-1 are near whatever the step. */
    private static final double NEAR = 100;
    /** Share of a step by which a point stays away from its neighbours; headers are rounded. */
    private static final double APART = 0.85;
    /** A shorter run far beside the spectrum is no part of it. */
    private static final int LONG = 3;

    /**
     * A column that may be one of the spectrum.
     *
     * @param column its number
     * @param position its wavenumber, if it is one
     * @param style how its header is written around the number
     */
    record Candidate(int column, double position, String style) {}

    private final List<Candidate> spectrum;
    private final List<Candidate> strangers = new ArrayList<>();

    private SpectralGrid(List<Candidate> spectrum, List<Candidate> strangers) {
        this.spectrum = spectrum;
        this.strangers.addAll(strangers);
    }

    /** Sorts candidates, which come in the order of the file. */
    static SpectralGrid of(List<Candidate> candidates) {
        Map<String, List<Candidate>> styles = new LinkedHashMap<>();
        candidates.forEach(one ->
                styles.computeIfAbsent(one.style, style -> new ArrayList<>()).add(one));
        List<Candidate> alike = styles.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        List<List<Candidate>> runs = runs(alike);
        List<Candidate> longest =
                runs.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        List<Candidate> spectrum = new ArrayList<>(longest);
        if (2 * longest.size() <= alike.size()) {
            spectrum = new ArrayList<>(alike);
        } else {
            double step = step(longest);
            for (List<Candidate> run : runs) {
                if (run != longest && belongs(run, longest, step)) {
                    spectrum.addAll(run);
                }
            }
        }
        List<Candidate> strangers = new ArrayList<>(candidates);
        strangers.removeAll(spectrum);
        spectrum.sort(Comparator.comparingDouble(Candidate::position));
        return new SpectralGrid(spectrum, strangers);
    }

    private static List<List<Candidate>> runs(List<Candidate> columns) {
        double near = Math.max(NEAR, JUMP * step(columns));
        List<List<Candidate>> runs = new ArrayList<>();
        List<Candidate> run = new ArrayList<>();
        double direction = 0;
        for (Candidate next : columns) {
            double way = run.isEmpty() ? 0 : next.position - run.get(run.size() - 1).position;
            if (!run.isEmpty() && (Math.abs(way) > near || way * direction < 0)) {
                runs.add(run);
                run = new ArrayList<>();
                way = 0;
            }
            direction = run.size() == 1 ? way : run.isEmpty() ? 0 : direction;
            run.add(next);
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private static boolean belongs(List<Candidate> run, List<Candidate> spectrum, double step) {
        double nearest = run.stream()
                .flatMapToDouble(one -> spectrum.stream().mapToDouble(point -> Math.abs(point.position - one.position)))
                .min()
                .orElse(0);
        return nearest >= APART * step && (run.size() >= LONG || nearest <= SpectralColumns.WIDEST_GAP);
    }

    /** Median distance of neighbours in the order given; 0 of a single one. */
    private static double step(List<Candidate> columns) {
        double[] steps = new double[Math.max(0, columns.size() - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(columns.get(i + 1).position - columns.get(i).position);
        }
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    /** The spectrum's columns, by ascending position. */
    List<Candidate> spectrum() {
        return spectrum;
    }

    /** Median distance of the spectrum's neighbours; 0 of a single one. */
    double step() {
        return step(spectrum);
    }

    /** Headers that are numbers and no part of the spectrum, in the order of the file. */
    List<String> strangers(List<String> header) {
        return strangers.stream().map(one -> header.get(one.column).strip()).collect(Collectors.toList());
    }
}
