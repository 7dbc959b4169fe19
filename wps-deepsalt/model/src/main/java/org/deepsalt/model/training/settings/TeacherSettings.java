/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Settings of stage 4, the teacher.
 *
 * @param schedule how long and how fast
 * @param samples fractions of the laboratory samples that train, that choose the epoch, and that measure the teacher
 * @param dropout in the transformer layers
 * @param leastR2 on unseen samples, below which the teacher is refused because it learned nothing from the codes;
 *     negative infinity where the student does not depend on it
 */
@RecordBuilder
public record TeacherSettings(Schedule schedule, SplitFractions samples, float dropout, double leastR2)
        implements TeacherSettingsBuilder.With {}
