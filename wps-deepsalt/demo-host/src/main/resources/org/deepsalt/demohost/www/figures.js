// Figures of a place or a region in a card of their own: the spectrum of a pixel, the hectares of a polygon.

import { announce, byId, make } from './dom.js';
import { decimal, percent } from './salinity.js';
import { bars, spectrum } from './plot.js';
import { describeModel, executeForJson } from './wps.js';

const { extent, proj } = ol;
const REGION = { name: 'region', geometry: true };
const text = (name) => ({ name, geometry: false });

byId('figures-close').addEventListener('click', () => (byId('figures').hidden = true));

/** Draws the spectrum of a pixel as an estimation reads it, of the topmost scene there, with the bands of a model. */
export async function showSpectrum(layers, coordinate, model) {
  const there = layers.all.filter((one) => one.scene && extent.containsCoordinate(one.extent, coordinate));
  const scene = there.find((one) => one.image.getVisible()) ?? there[0];
  if (!scene) {
    announce('No scene lies here.');
    return;
  }
  await show(`Spectrum: ${scene.title}`, async () => {
    const place = proj.toLonLat(coordinate).map((value) => value.toFixed(7)).join(' ');
    const [profile, card] = await Promise.all([
      executeForJson('deepsalt:SpectralProfile', [[text('enmap'), scene.name], [text('point'), place]], 'profile'),
      model ? describeModel(model).catch(() => null) : null,
    ]);
    const [point] = profile.points;
    const bands = (card?.bands ?? []).map(({ centre }) => centre);
    return [
      spectrum(profile.wavelengths, point.reflectances, bands),
      make('p', { className: 'hint' }, 'Reflectance by wavelength in nm; marks: bands of the model'),
      ...(point.mask ? [make('p', { className: 'note' }, `No estimate: ${point.mask.replaceAll('_', ' ')}`)] : []),
    ];
  });
}

/** Draws the hectares per class of the topmost estimate within a polygon; of a series on the day that is shown. */
export async function showStatistics(layers, polygon) {
  const estimate = layers.visible.find((one) => one.estimate) ?? layers.all.find((one) => one.estimate);
  if (!estimate) {
    announce('There is no estimate yet.');
    return;
  }
  const { day } = estimate;
  await show(`Statistics: ${estimate.title}${day ? `, ${day}` : ''}`, async () => {
    const days = day ? [[text('from'), day], [text('to'), day]] : [];
    const inputs = [[text('ece'), estimate.name], [REGION, polygon], ...days];
    const report = await executeForJson('deepsalt:SalinityStatistics', inputs, 'statistics');
    const { region } = report.dates ? report.dates[0] : report;
    const share = region.pixels === 0 ? 0 : region.validPixels / region.pixels;
    const mean = region.mean === null ? 'no estimate' : `mean ECe ${decimal(region.mean, 1)} dS/m`;
    return [
      bars(region.classes, `${decimal(region.hectares, 1)} ha in the region`),
      make('p', { className: 'hint' }, `${mean}; ${percent(share)} of the pixels have an estimate`),
    ];
  });
}

let latest = 0;

async function show(title, work) {
  latest += 1;
  const mine = latest;
  byId('figures-title').textContent = title;
  byId('figures-body').replaceChildren(make('p', { className: 'hint' }, 'Asking the server'));
  byId('figures').hidden = false;
  let parts;
  try {
    parts = await work();
  } catch (error) {
    parts = [make('p', { className: 'note' }, error.message)];
  }
  if (mine === latest) {
    byId('figures-body').replaceChildren(...parts);
  }
}
