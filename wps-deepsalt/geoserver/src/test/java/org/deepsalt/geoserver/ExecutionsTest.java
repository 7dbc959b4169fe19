/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Locale;
import java.util.Map;
import org.geoserver.wps.executor.ExecutionStatus;
import org.geoserver.wps.executor.ProcessStatusTracker;
import org.geoserver.wps.resource.WPSResource;
import org.geoserver.wps.resource.WPSResourceManager;
import org.geotools.api.util.InternationalString;
import org.geotools.api.util.ProgressListener;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.data.util.NullProgressListener;
import org.geotools.feature.NameImpl;
import org.geotools.process.Process;
import org.geotools.util.SimpleInternationalString;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ExecutionsTest {
    private final Seen seen = new Seen();
    private long nanoTime;

    /** What clients see of a listener, of whose whole GeoServer gives the process a part. */
    private static final class Seen extends NullProgressListener {
        private double start = 1;
        private double share = 0.49;
        private double percent;
        private String task;

        @Override
        public void setTask(InternationalString text) {
            task = text.toString(Locale.ROOT);
        }

        @Override
        public void progress(float part) {
            percent = Math.max(percent, start + share * part);
        }
    }

    private EvenProgress even() {
        return new EvenProgress(seen, () -> seen.percent, () -> nanoTime);
    }

    private void report(ProgressListener listener, double percent) {
        listener.setTask(new SimpleInternationalString("estimating"));
        listener.progress((float) percent);
    }

    @Test
    void theWholeProcessTakesNearlyAllOfThePercentage() {
        EvenProgress even = even();
        report(even, 0);
        report(even, 50);
        assertThat(seen.percent).isCloseTo(49.5, within(0.1));
        report(even, 100);
        assertThat(seen.percent).isCloseTo(98, within(0.01));
    }

    @Test
    void aProcessThatHasAllOfThePercentageKeepsIt() {
        seen.start = 0;
        seen.share = 0.99;
        EvenProgress even = even();
        report(even, 50);
        assertThat(seen.percent).isCloseTo(49.5, within(0.01));
    }

    @Test
    void theTimeThatIsLeftIsToldOnceItCanBeKnown() {
        EvenProgress even = even();
        report(even, 0);
        assertThat(seen.task).isEqualTo("estimating");
        nanoTime = 10_000_000_000L;
        report(even, 20);
        assertThat(seen.task).isEqualTo("estimating, about 40 s left");
        nanoTime = 100_000_000_000L;
        report(even, 25);
        assertThat(seen.task).isEqualTo("estimating, about 5 min left");
        report(even, 100);
        assertThat(seen.task).isEqualTo("estimating");
    }

    @Test
    void aCoverageAmongTheOutputsIsClosedWithTheExecution() throws Exception {
        WPSResourceManager resources = mock();
        GridCoverage2D coverage = mock();
        Process process = new Executions(resources, mock())
                .closing((inputs, monitor) -> Map.of("coverage", coverage, "published", ""));
        assertThat(process.execute(Map.of(), seen)).containsEntry("coverage", coverage);
        ArgumentCaptor<WPSResource> resource = ArgumentCaptor.captor();
        verify(resources).addResource(resource.capture());
        resource.getValue().delete();
        verify(coverage).dispose(true);
    }

    @Test
    void anInputOfAnotherProcessKeepsTheListenerThatItWasGiven() {
        WPSResourceManager resources = mock();
        ProcessStatusTracker tracker = mock();
        ExecutionStatus status = mock();
        Executions executions = new Executions(resources, tracker);
        NameImpl estimate = new NameImpl("deepsalt", "EstimateSalinity");
        assertThat(executions.even(estimate, seen)).isSameAs(seen);
        when(resources.getCurrentExecutionId()).thenReturn("1");
        when(tracker.getStatus("1")).thenReturn(status);
        when(status.getProcessName()).thenReturn(new NameImpl("ras", "CropCoverage"));
        assertThat(executions.even(estimate, seen)).isSameAs(seen);
        when(status.getProcessName()).thenReturn(estimate);
        assertThat(executions.even(estimate, seen)).isInstanceOf(EvenProgress.class);
    }
}
