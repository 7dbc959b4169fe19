// Fields for the inputs that DescribeProcess lists.

import { make } from './dom.js';

/** Names for people, for servers that give an input's identifier as its title. */
const LABELS = {
  enmap: 'EnMAP scene',
  covariate: 'Covariates',
  model: 'Model',
  region: 'Region',
  confidence: 'Confidence of the interval',
  layer: 'Publish as layer',
  maxNdvi: 'Largest NDVI of bare soil',
  minNdwi: 'Smallest NDWI of water',
  style: 'Style',
  title: 'Title',
  overwrite: 'Replace a layer of that name',
};

/**
 * A field for an input.
 *
 * @param widget an element to take instead of what the type suggests
 * @param extras elements between the field and its help
 */
export function fieldFor(input, widget, extras = []) {
  const field = widget ?? defaultWidget(input);
  field.id = `input-${input.name}`;
  field.name = input.name;
  field.required = input.required;
  field.setAttribute('aria-describedby', `help-${input.name}`);
  const text = input.title === input.name ? (LABELS[input.name] ?? input.name) : input.title;
  const label = make('label', { htmlFor: field.id }, text);
  if (input.required) {
    label.append(make('span', { className: 'required', 'aria-hidden': 'true' }, '*'));
  }
  const help = make('p', { className: 'hint', id: `help-${input.name}` }, input.help);
  const tick = field.type === 'checkbox';
  const element = make('div', { className: tick ? 'field tick' : 'field' });
  element.append(...(tick ? [field, label] : [label, field]), ...extras, help);
  return { input, field, element };
}

function defaultWidget(input) {
  if (input.type === 'boolean') {
    return make('input', { type: 'checkbox', checked: input.preset === 'true' });
  }
  if (input.values.length > 0) {
    return choice(input.values.map((value) => [value, value]), input.preset);
  }
  if (input.repeated) {
    return make('textarea', { rows: 8, spellcheck: false, value: input.preset });
  }
  const number = ['double', 'float', 'int', 'integer', 'long'].includes(input.type);
  const field = make('input', { type: number ? 'number' : 'text', value: input.preset, autocomplete: 'off' });
  if (number) {
    field.step = ['double', 'float'].includes(input.type) ? 'any' : '1';
    field.min = input.minimum;
    field.max = input.maximum;
  }
  return field;
}

/** A select of pairs of a value and its text. */
export function choice(pairs, chosen) {
  const select = make('select');
  select.append(...pairs.map(([value, text]) => new Option(text, value, false, value === chosen)));
  return select;
}

/** The values to send: none for an empty field, one a line for repeated inputs. */
export function valuesOf({ input, field }) {
  if (field.type === 'checkbox') {
    return [String(field.checked)];
  }
  const texts = input.repeated ? field.value.split('\n') : [field.value];
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
