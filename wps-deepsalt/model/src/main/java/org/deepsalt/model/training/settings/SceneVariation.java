/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

/**
 * How much the same soil may differ from scene to scene, as standard deviations; training pixels are varied by it.
 *
 * @param gain of the whole spectrum, relative: illumination, roughness
 * @param smooth of slow waves along the spectrum, relative: what is left of the atmosphere
 * @param step between the two detectors, relative
 * @param noise of each band, in units of the noise that the scenes show
 * @param cover share of the pixel under green leaves besides those that it has, half of a normal distribution
 */
public record SceneVariation(float gain, float smooth, float step, float noise, float cover) {
    /** No variation. */
    public static final SceneVariation NONE = new SceneVariation(0, 0, 0, 0, 0);

    /** What the default is trained with. */
    public static final SceneVariation USUAL = new SceneVariation(0.10f, 0.02f, 0.015f, 1, 0.03f);

    /** The same without leaves. */
    public SceneVariation withoutCover() {
        return new SceneVariation(gain, smooth, step, noise, 0);
    }
}
