// What an estimate says about itself, as a table.

import { make, byId } from './dom.js';
import { classColor, decimal, dSm, percent } from './salinity.js';

/** Shows the report of an estimate, with a download if the server keeps the coverage. */
export function showReport(report, published, coverage) {
  const { salinity, estimate, pixels, applicability, model, seconds } = report;
  const facts = make(
    'dl',
    {},
    ...fact('Estimated', share(pixels.estimated, pixels.total)),
    ...masked(pixels),
    ...fact(salinity ? 'Mean ECe' : `Mean ${estimate.target}`, mean(estimate)),
    ...fact('Outside applicability', percent(applicability.shareOutside)),
    ...fact('Model', model.synthetic ? `${model.id}, synthetic data` : model.id),
    ...fact('Time', `${decimal(Object.values(seconds).reduce((sum, one) => sum + one, 0), 1)} s`),
  );
  byId('report').replaceChildren(
    make('p', { className: 'published' }, published || 'Not published'),
    ...(salinity ? [table(salinity.classes, pixels.estimated)] : []),
    make('p', { className: 'verdict' }, sentence(applicability.verdict)),
    facts,
    ...(coverage ? [make('a', { href: coverage, download: 'ece.tif' }, 'Download the coverage (GeoTIFF)')] : []),
  );
  byId('result').hidden = false;
  byId('result').open = true;
  byId('result').scrollIntoView({ block: 'nearest' });
}

function mean({ mean: value, unit }) {
  return value === null ? 'none' : `${dSm(value)} ${unit}`;
}

function table(classes, estimated) {
  const head = make('tr', {}, ...['Class', 'dS/m', 'ha', 'Share'].map((text) => make('th', { scope: 'col' }, text)));
  const rows = classes.map((one) => {
    const swatch = make('i', { className: 'swatch' });
    swatch.style.backgroundColor = classColor(one.title);
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, swatch, one.title),
      make('td', {}, one.to === null ? `> ${one.from}` : `${one.from} – ${one.to}`),
      make('td', {}, decimal(one.hectares, 1)),
      make('td', {}, percent(estimated === 0 ? 0 : one.pixels / estimated)),
    );
  });
  const total = decimal(classes.reduce((sum, one) => sum + one.hectares, 0) / 100, 2);
  const caption = make('caption', {}, `Area by salinity class, ${total} km² in all`);
  return make('table', {}, caption, make('thead', {}, head), make('tbody', {}, ...rows));
}

function masked({ masked: byReason, total }) {
  return Object.entries(byReason)
    .filter(([, count]) => count > 0)
    .flatMap(([reason, count]) => fact(sentence(reason.replaceAll('_', ' ')), share(count, total)));
}

function share(count, total) {
  return `${decimal(count, 0)} px, ${percent(count / total)}`;
}

function fact(name, text) {
  return [make('dt', {}, name), make('dd', {}, text)];
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
