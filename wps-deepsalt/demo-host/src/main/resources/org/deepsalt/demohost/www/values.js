// What GetFeatureInfo gives, in lines for people.

import { make } from './dom.js';
import { classColor, classOf, dSm, percent, reasonOf } from './salinity.js';

const MOST_PROPERTIES = 6;

/** Lines about the values of a pixel; of an estimate in the field's words. */
export function describe(values, details) {
  const bands = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  if (!bands.has('mask_reason') || !bands.has('ece')) {
    return plain(Object.entries(values));
  }
  const ece = finite(bands.get('ece'));
  if (ece === null) {
    return [note(`No estimate: ${reasonOf(Number(bands.get('mask_reason')))}`)];
  }
  const facts = [...interval(bands, details), ...probability(bands), ...dissimilarity(bands, details)];
  return [value(ece), make('dl', {}, ...facts.flatMap(([name, text]) => [make('dt', {}, name), make('dd', {}, text)]))];
}

function value(ece) {
  const { title } = classOf(ece);
  const swatch = make('i', { className: 'swatch' });
  swatch.style.backgroundColor = classColor(title);
  const number = make('strong', {}, `ECe ${dSm(ece)} dS/m`);
  return make('p', { className: 'value' }, number, make('span', { className: 'class' }, swatch, title));
}

function interval(bands, { confidence }) {
  const [lower, upper] = [finite(bands.get('ece_lower')), finite(bands.get('ece_upper'))];
  if (lower === null || upper === null) {
    return [];
  }
  const name = confidence ? `${Math.round(1000 * confidence) / 10} % between` : 'Interval';
  return [[name, confidence ? `${dSm(lower)} and ${dSm(upper)}` : `${dSm(lower)} to ${dSm(upper)}`]];
}

function probability(bands) {
  const share = finite(bands.get('p_saline'));
  return share === null ? [] : [['Probability of being saline', percent(share)]];
}

function dissimilarity(bands, { threshold }) {
  const index = finite(bands.get('dissimilarity'));
  if (index === null) {
    return [];
  }
  const line = ['Dissimilarity', index.toFixed(2)];
  return threshold === undefined ? [line] : [line, ['Model applies', applies(index, threshold)]];
}

function applies(index, threshold) {
  return index > threshold ? `no, above ${threshold.toFixed(2)}` : `yes, up to ${threshold.toFixed(2)}`;
}

function plain(entries) {
  const lines = entries
    .slice(0, MOST_PROPERTIES)
    .map(([name, any]) => make('p', {}, `${name}: ${typeof any === 'number' ? +any.toPrecision(5) : (any ?? 'no value')}`));
  const left = entries.length - lines.length;
  return left > 0 ? [...lines, note(`and ${left} more`)] : lines;
}

/** A line that says something about values instead of giving them. */
export function note(text) {
  return make('p', { className: 'note' }, text);
}

function finite(any) {
  return any === null || any === undefined || !Number.isFinite(Number(any)) ? null : Number(any);
}
