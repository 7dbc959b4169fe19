// The legend of what is visible, drawn from the server's JSON form; its picture where a server has no such form.

import { make, byId } from './dom.js';
import { legendPicture, readLegend } from './wms.js';

const SMALL = matchMedia('(max-width: 720px)');

/** Keeps the legend as the layers are; on a small screen it starts folded. */
export function showLegend(layers) {
  let latest = 0;
  byId('legend').open = !SMALL.matches;
  layers.addEventListener('shown', async () => {
    latest += 1;
    const mine = latest;
    const parts = await Promise.all(styledAlike(layers.visible).map(part));
    if (mine === latest) {
      byId('legend-parts').replaceChildren(...parts);
      byId('legend').hidden = parts.length === 0;
    }
  });
}

/** Layers in groups of the same style, which need one legend only. */
function styledAlike(visible) {
  const groups = new Map();
  for (const one of visible) {
    groups.set(one.style, [...(groups.get(one.style) ?? []), one]);
  }
  return [...groups.values()];
}

async function part(group) {
  const [one] = group;
  const style = one.styles.find(({ name }) => name === one.style);
  const section = make('section', {}, make('h3', {}, style?.title ?? one.title));
  section.append(...group.map(({ title }) => make('p', {}, title)));
  section.dataset.style = one.style;
  try {
    const rules = await readLegend(one.name, one.style);
    section.append(...rules.flatMap(({ title, symbolizers }) => symbolizers.map((any) => symbol(title, any))));
  } catch {
    const picture = make('img', { src: legendPicture(one.name, one.style), alt: `Legend of ${one.title}` });
    section.append(picture);
  }
  return section;
}

function symbol(title, { Raster: raster, Point: point }) {
  if (point) {
    return row(mark(point), title ?? 'point');
  }
  const entries = raster?.colormap?.entries ?? [];
  if (entries.length === 0) {
    return make('p', {}, bands(raster?.['channel-selection'] ?? {}));
  }
  return raster.colormap.type === 'ramp' ? ramp(entries) : make('div', {}, ...entries.map(swatch));
}

function bands(channels) {
  const names = Object.values(channels).map(String);
  return names.length === 3 ? `Red, green, blue: bands ${names.join(', ')}` : `Grey: band ${names.join('')}`;
}

function labelOf(entry) {
  return entry.label || String(entry.quantity);
}

function row(symbol, label) {
  return make('div', { className: 'entry' }, symbol, make('span', {}, label));
}

function swatch(entry) {
  const color = make('i', { className: 'swatch' });
  color.style.backgroundColor = entry.color;
  color.style.opacity = Number(entry.opacity ?? 1);
  return row(color, labelOf(entry));
}

/** Colours run into each other: each stop has the piece of the bar between its neighbours. */
function ramp(entries) {
  const halfway = (a, b) => `color-mix(in srgb, ${a.color}, ${b.color})`;
  const rows = entries.map((entry, index) => {
    const before = halfway(entries[Math.max(0, index - 1)], entry);
    const after = halfway(entry, entries[Math.min(entries.length - 1, index + 1)]);
    const piece = make('i', { className: 'piece' });
    piece.style.backgroundImage = `linear-gradient(to bottom, ${before}, ${entry.color}, ${after})`;
    return row(piece, labelOf(entry));
  });
  return make('div', { className: 'ramp' }, ...rows);
}

function mark({ size, graphics: [graphic = {}] = [] }) {
  const shape = make('i', { className: 'mark' });
  shape.style.width = shape.style.height = `${Math.min(16, Number(size) || 8)}px`;
  shape.style.backgroundColor = graphic.fill ?? 'transparent';
  shape.style.borderColor = graphic.stroke ?? 'transparent';
  shape.style.borderRadius = graphic.mark === 'circle' ? '50%' : '0';
  return make('i', { className: 'place' }, shape);
}
