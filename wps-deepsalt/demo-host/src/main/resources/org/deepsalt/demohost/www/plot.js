// Small drawings of numbers: areas as bars, a spectrum as a line.

import { make } from './dom.js';
import { classColor, decimal } from './salinity.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 30;
const BOTTOM = 26;
const FROM = 400;
const TO = 2500;
/** Between two bands in nm; wider ones belong to the water vapour that products leave out. */
const LARGEST_STEP = 40;

/** A table of salinity classes whose bars are their hectares. */
export function bars(classes, caption) {
  const most = Math.max(...classes.map(({ hectares }) => hectares), 1e-9);
  const rows = classes.map((one) => {
    const bar = make('i', { className: 'bar' });
    bar.style.width = `${(100 * one.hectares) / most}%`;
    bar.style.backgroundColor = classColor(one.title);
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, one.title),
      make('td', { className: 'bars' }, bar),
      make('td', {}, decimal(one.hectares, 1)),
    );
  });
  const head = make('tr', {}, ...['Class', 'Share', 'ha'].map((text) => make('th', { scope: 'col' }, text)));
  return make('table', {}, make('caption', {}, caption), make('thead', {}, head), make('tbody', {}, ...rows));
}

/**
 * A spectrum with the bands of a model below it.
 *
 * @param wavelengths in nm
 * @param reflectances null where a band has no value, which leaves a gap
 * @param bands wavelengths of the model in nm
 */
export function spectrum(wavelengths, reflectances, bands) {
  const most = Math.max(0.1, ...reflectances.filter((value) => value !== null));
  const top = Math.ceil(most * 10) / 10;
  const x = (nm) => LEFT + ((WIDTH - LEFT - 6) * (nm - FROM)) / (TO - FROM);
  const y = (value) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 8) * Math.max(0, value)) / top;
  const svg = element('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', class: 'spectrum' });
  svg.append(element('title', {}, `Reflectance by wavelength, largest ${most.toFixed(2)}; ${bands.length} bands of the model`));
  for (const nm of [500, 1000, 1500, 2000, 2500]) {
    svg.append(element('path', { d: `M${x(nm)} 8V${HEIGHT - BOTTOM}`, class: 'grid' }));
    svg.append(element('text', { x: x(nm), y: HEIGHT - 2, 'text-anchor': nm === TO ? 'end' : 'middle' }, String(nm)));
  }
  for (const value of [0, top / 2, top]) {
    svg.append(element('path', { d: `M${LEFT} ${y(value)}H${WIDTH - 6}`, class: 'grid' }));
    svg.append(element('text', { x: LEFT - 4, y: y(value) + 4, 'text-anchor': 'end' }, value.toFixed(2)));
  }
  svg.append(element('path', { d: bands.map((nm) => `M${x(nm)} ${HEIGHT - BOTTOM + 2}v6`).join(''), class: 'bands' }));
  svg.append(element('path', { d: line(wavelengths, reflectances, x, y), class: 'line' }));
  return svg;
}

/** Pieces between bands without a value; also between detectors that overlap, where wavelengths step back. */
function line(wavelengths, reflectances, x, y) {
  let path = '';
  let open = false;
  for (let i = 0; i < wavelengths.length; i += 1) {
    const known = reflectances[i] !== null;
    const step = wavelengths[i] - wavelengths[i - 1];
    open = open && step > 0 && step < LARGEST_STEP;
    path += known ? `${open ? 'L' : 'M'}${x(wavelengths[i]).toFixed(1)} ${y(reflectances[i]).toFixed(1)}` : '';
    open = known;
  }
  return path;
}

function element(name, attributes, text = '') {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text;
  return made;
}
