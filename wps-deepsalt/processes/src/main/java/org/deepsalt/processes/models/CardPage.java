/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.models;

import static org.deepsalt.processes.models.Markdown.code;
import static org.deepsalt.processes.models.Markdown.number;
import static org.deepsalt.processes.models.Markdown.plain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.IntervalMetrics;
import org.deepsalt.model.metrics.LandFigures;
import org.deepsalt.model.metrics.Ranking;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.metrics.Reliability;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.report.ScreeningText;
import org.jspecify.annotations.Nullable;

/** A model's card for people, as Markdown: what it is, where and on what it was trained, how good it is. Immutable. */
final class CardPage {
    private static final int BAR = 20;
    private static final double[] CONFIDENCES = {0.5, 0.8, 0.9, 0.95};

    private final ModelCard card;

    CardPage(ModelCard card) {
        this.card = card;
    }

    String toMarkdown() {
        Markdown page = new Markdown().heading(1, card.title());
        if (card.synthetic()) {
            page.paragraph("**Trained on synthetic data: its maps show nothing real.**");
        }
        if (card.screening()) {
            page.paragraph("**" + ScreeningText.WHAT + "**");
        }
        what(page);
        where(page);
        onWhat(page);
        card.laboratory().forEach(notes -> LibrarySection.write(page, notes));
        howGood(page);
        whereNot(page);
        howMade(page);
        return page.toString();
    }

    private String target() {
        return (card.target().property().isEce() ? "ECe" : plain(card.target().attribute())) + " in "
                + plain(card.target().unit());
    }

    private void what(Markdown page) {
        Comparator<Band> byCentre = Comparator.comparingDouble(Band::centre);
        page.heading(2, "What it is")
                .item("Model " + code(card.id()) + ", made " + plain(card.created()) + ".")
                .item("It estimates " + target() + " of bare topsoil from EnMAP L2A reflectance, between "
                        + number(card.target().range().minimum()) + " and "
                        + number(card.target().range().maximum()) + ".")
                .item("It wants " + card.bands().size() + " bands from "
                        + number(card.bands().stream()
                                .min(byCentre)
                                .map(Band::centre)
                                .orElse(Double.NaN)) + " to "
                        + number(card.bands().stream()
                                .max(byCentre)
                                .map(Band::centre)
                                .orElse(Double.NaN))
                        + " nm, each within " + number(card.wavelengthTolerance()) + " nm, and these covariates:")
                .end()
                .head("covariate", "unit", "seen from", "to", "needed");
        card.covariates()
                .forEach(range -> page.row(
                        code(range.name()),
                        plain(range.unit()),
                        number(range.minimum()),
                        number(range.maximum()),
                        range.optional() ? "no" : "yes"));
        page.end();
    }

    private void where(Markdown page) {
        page.heading(2, "Where it was trained").item("Pixels: " + area(card.area()) + ".");
        card.provenance().stream()
                .filter(input -> input.area() != null)
                .forEach(input ->
                        page.item(plain(input.role()) + " " + code(input.name()) + ": " + area(input.area()) + "."));
        page.end();
    }

    private static String area(ModelCard.Area area) {
        return "longitude " + number(area.west()) + " to " + number(area.east()) + ", latitude " + number(area.south())
                + " to " + number(area.north());
    }

    private void onWhat(Markdown page) {
        ModelCard.Counts counts = card.counts();
        page.heading(2, "On what it was trained")
                .item(counts.library() + " laboratory spectra, of which " + counts.pairs() + " have a pixel.");
        if (counts.soils() > 0) {
            page.item(counts.soils() + " Vis-NIR samples seen through the bands, mixed with the scenes' vegetation.");
        }
        page.item(counts.unlabelled() + " pixels without a label.").item(divided(counts));
        if (card.bounded().below() + card.bounded().above() > 0) {
            page.item(card.bounded().below() + " labels below and "
                    + card.bounded().above() + " above the range of answers, of "
                    + card.bounded().labels() + ", counted as its bounds.");
        }
        page.end().head("input", "name", "SHA-256");
        card.provenance()
                .forEach(input -> page.row(
                        plain(input.role()),
                        code(input.name()),
                        input.sha256().isEmpty() ? "none" : code(input.sha256())));
        page.end();
    }

    private String divided(ModelCard.Counts counts) {
        if (card.screening()) {
            return counts.training()
                    + " simulated pixels of laboratory samples with a measured value and no pixel with a"
                    + " label: figures and intervals come from nets that each left out other countries or regions.";
        }
        return counts.crossed()
                ? counts.training()
                        + " labelled pixels, all of which were learned from: figures and intervals come from"
                        + " nets that each left out another part of them."
                : counts.training() + " labelled pixels to learn from, " + counts.validation() + " to stop in time, "
                        + counts.calibration() + " to set the intervals, " + counts.test() + " to test.";
    }

    private void howGood(Markdown page) {
        page.heading(2, "How good it is")
                .paragraph(measuredOn())
                .head("on", "count", "MAE", "RMSE", "R2", "bias", "RPD", "RPIQ", "CCC");
        metrics(page, "test pixels", card.test().overall().metrics());
        for (Evaluation.Breakdown breakdown : card.test().groups()) {
            breakdown
                    .groups()
                    .forEach(group -> metrics(
                            page,
                            plain(breakdown.by() + " " + group.name()),
                            group.figures().metrics()));
        }
        if (card.testWithoutCovariates() != null) {
            metrics(
                    page,
                    "test pixels, no covariate given",
                    card.testWithoutCovariates().metrics());
        }
        if (card.unseen() != null) {
            metrics(
                    page,
                    plain("withheld region " + card.counts().holdout()),
                    card.unseen().overall().metrics());
        }
        metrics(page, "teacher, unseen laboratory samples", card.teacher());
        page.end();
        intervals(page);
    }

    private String measuredOn() {
        String split = "Labelled pixels were divided by the split "
                + code(card.counts().split());
        if (card.screening()) {
            return ScreeningText.MEASURED;
        }
        return card.counts().split().equals("RANDOM")
                ? split + ": neighbours of test pixels may have been learned from, which flatters the figures."
                : split + ".";
    }

    private void intervals(Markdown page) {
        ranking(page, card.test().ranking());
        IntervalMetrics found = card.test().overall().intervals();
        page.paragraph("On the test pixels the " + number(100 * found.confidence()) + " % intervals held "
                        + number(100 * found.coverage()) + " % of the measured values; their mean width was "
                        + number(found.meanWidth()) + " " + plain(card.target().unit()) + ".")
                .head("confidence of the interval", "factors on the model's own deviation", "enough held-out pixels");
        for (double confidence : CONFIDENCES) {
            page.row(
                    number(100 * confidence) + " %",
                    Arrays.stream(card.calibration().factors(confidence))
                            .mapToObj(Markdown::number)
                            .collect(Collectors.joining(" / ")),
                    card.calibration().supports(confidence) ? "yes" : "no");
        }
        page.end();
        LandFigures land = card.test().land();
        if (land != null) {
            land(page, land);
        }
        Reliability saline = card.test().saline();
        if (saline != null) {
            reliability(page, saline);
        }
    }

    private void ranking(Markdown page, @Nullable Ranking order) {
        if (order != null) {
            page.paragraph("The order of the test pixels was told with a rank correlation of "
                    + number(order.rankCorrelation()) + "; R2 of logarithms is " + number(order.r2OfLogarithms())
                    + ". Of two pixels, one above and one below 2 "
                    + plain(card.target().unit())
                    + ", the former had the higher estimate in a share of " + number(order.aboveTwo())
                    + " of all such pairs, and of " + number(order.aboveFour()) + " for 4.");
        }
    }

    private void land(Markdown page, LandFigures land) {
        String unit = " " + plain(card.target().unit());
        page.paragraph("Samples are not drawn as the land lies. Between the estimates of the test pixels and"
                        + " those of the"
                        + " bare pixels of the scenes the distance is " + number(land.distance())
                        + " (0 for the same distribution, 1 for nothing in common). Weighted to the"
                        + " bare pixels,"
                        + " where they say as much as " + number(land.effectiveCount()) + " samples,"
                        + " the MAE is "
                        + number(land.mae()) + unit + ", the bias " + number(land.bias()) + unit + ", R2 "
                        + number(land.r2()) + ", and the intervals held " + number(100 * land.coverage())
                        + " % of the measured values.")
                .head("estimates from", "share of the test pixels", "share of the bare pixels");
        land.shares()
                .forEach(share -> page.row(number(share.from()) + unit, number(share.samples()), number(share.land())));
        page.end();
    }

    private void reliability(Markdown page, Reliability saline) {
        page.paragraph("The probability of lying above " + number(saline.threshold()) + " "
                        + plain(card.target().unit()) + " had a Brier score of " + number(saline.brier())
                        + " on the test pixels, of which " + number(100 * saline.share())
                        + " % lie above it; saying that share everywhere has " + number(saline.brierOfShare()) + ".")
                .head("probability from", "to", "pixels", "mean probability", "share above", "diagram");
        for (Reliability.Bin bin : saline.bins()) {
            page.row(
                    number(bin.from()),
                    number(bin.to()),
                    String.valueOf(bin.count()),
                    number(bin.predicted()),
                    number(bin.observed()),
                    code(bar(bin)));
        }
        page.end();
    }

    /** The share above as a bar, with a mark where it would end if the probability kept its promise. */
    private static String bar(Reliability.Bin bin) {
        int promised = (int) Math.min(BAR - 1, Math.round(bin.predicted() * BAR));
        int kept = (int) Math.round(bin.observed() * BAR);
        StringBuilder bar = new StringBuilder("=".repeat(kept)).append(".".repeat(BAR - kept));
        bar.setCharAt(promised, '|');
        return bar.toString();
    }

    private static void metrics(Markdown page, String what, RegressionMetrics figures) {
        page.row(
                what,
                String.valueOf(figures.count()),
                number(figures.mae()),
                number(figures.rmse()),
                number(figures.r2()),
                number(figures.bias()),
                number(figures.rpd()),
                number(figures.rpiq()),
                number(figures.ccc()));
    }

    private void whereNot(Markdown page) {
        page.heading(2, "Where not to use it")
                .item("Where the band dissimilarity is above " + number(card.applicabilityThreshold())
                        + ": such pixels are unlike all that it was trained on.")
                .item("Outside the places and the ranges of covariates above: covariates beyond them count as the"
                        + " nearest value seen, or as missing where they are not needed.")
                .item("Under plants, snow, cloud and cloud shadow, and on water: such pixels are masked and have no"
                        + " estimate.")
                .item("For other sensors than EnMAP, and for depths below the topsoil of its samples.")
                .end();
    }

    private void howMade(Markdown page) {
        page.heading(2, "How it was made")
                .item("Preset " + code(card.preset()) + ", seed " + card.seed() + ", satellite encoder "
                        + (card.aligned() ? "aligned" : "not aligned") + " with the laboratory's.")
                .item("Mean cosine of the codes of pairs " + number(card.codes().pairs()) + ", of shuffled pairs "
                        + number(card.codes().shuffled()) + " (1 would be a collapse).")
                .item("Answer in " + plain(card.target().unit()) + " = number in the samples x "
                        + number(card.target().conversionFactor()) + ".");
        new TreeMap<>(card.software()).forEach((name, version) -> page.item(plain(name) + " " + plain(version) + "."));
        new TreeMap<>(card.files()).forEach((name, hash) -> page.item(code(name) + ", SHA-256 " + code(hash) + "."));
    }
}
