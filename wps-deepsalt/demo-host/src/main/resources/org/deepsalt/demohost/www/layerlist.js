// The list of layers in the panel.

import { make, icon, byId } from './dom.js';

const TARGET = 'M8 1v3M8 12v3M1 8h3M12 8h3M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7';
const SLIDERS = 'M2 5h6M12 5h2M10 3v4M2 11h2M8 11h6M6 9v4';

/** Keeps the list as the layers are; zoom is called with a layer's extent. */
export function listLayers(layers, zoom) {
  const rows = new Map();
  layers.addEventListener('listed', () => {
    const all = layers.all;
    const gone = [...rows.keys()].filter((name) => !layers.get(name));
    gone.forEach((name) => rows.delete(name));
    all.filter((one) => !rows.has(one.name)).forEach((one) => rows.set(one.name, row(layers, one, zoom)));
    byId('layers').replaceChildren(...all.map((one) => rows.get(one.name)));
    byId('layers-empty').hidden = all.length > 0;
  });
  layers.addEventListener('shown', () => {
    for (const one of layers.all.filter(({ name }) => rows.has(name))) {
      rows.get(one.name).querySelector('input[type=checkbox]').checked = one.image.getVisible();
    }
  });
}

function row(layers, one, zoom) {
  const box = make('input', {
    type: 'checkbox',
    checked: one.image.getVisible(),
    onchange: () => layers.setVisible(one, box.checked),
  });
  const options = controls(layers, one);
  const more = make('button', {
    type: 'button',
    className: 'icon',
    title: 'Opacity and style',
    'aria-label': `Opacity and style of ${one.title}`,
    'aria-expanded': 'false',
    onclick: () => {
      options.hidden = !options.hidden;
      more.setAttribute('aria-expanded', String(!options.hidden));
    },
  }, icon(SLIDERS));
  const find = make('button', {
    type: 'button',
    className: 'icon',
    title: 'Zoom to the layer',
    'aria-label': `Zoom to ${one.title}`,
    onclick: () => zoom(one.extent),
  }, icon(TARGET));
  const label = make('label', { title: one.abstract }, box, make('span', {}, one.title));
  const item = make('li', {}, make('div', { className: 'layer' }, label, find, more), options);
  item.dataset.layer = one.name;
  return item;
}

function controls(layers, one) {
  const parts = [make('p', { className: 'name' }, one.name)];
  const slider = make('input', {
    type: 'range',
    min: 0,
    max: 100,
    value: 100 * one.image.getOpacity(),
    oninput: () => layers.setOpacity(one, slider.value / 100),
  });
  parts.push(make('label', {}, 'Opacity', slider));
  if (one.styles.length > 1) {
    const choice = make('select', { onchange: () => layers.setStyle(one, choice.value) });
    choice.append(...one.styles.map((style) => new Option(style.title, style.name)));
    parts.push(make('label', {}, 'Style', choice));
  }
  return make('div', { className: 'options', hidden: true }, ...parts);
}
