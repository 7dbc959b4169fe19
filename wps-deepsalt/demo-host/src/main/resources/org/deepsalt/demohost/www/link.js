// What is seen, in the page's address: a link that was copied shows it again.

const { proj } = ol;
const PAUSE_MS = 300;

/**
 * Shows what the address says; false where it says nothing. Layers that the server does not have are passed over.
 *
 * The part after # is view=longitude,latitude,zoom and layers=name*style*opacity*day,...; only series have a day.
 */
export function restore(map, layers) {
  const said = new URLSearchParams(location.hash.slice(1));
  const [longitude, latitude, zoom] = (said.get('view') ?? '').split(',').map(Number);
  if (![longitude, latitude, zoom].every(Number.isFinite) || !said.has('layers')) {
    return false;
  }
  map.getView().setCenter(proj.fromLonLat([longitude, latitude]));
  map.getView().setZoom(zoom);
  const wanted = new Map(said.get('layers').split(',').map((text) => [text.split('*')[0], text.split('*')]));
  for (const one of layers.all) {
    const [, style, opacity, day] = wanted.get(one.name) ?? [];
    if (one.styles.some(({ name }) => name === style)) {
      layers.setStyle(one, style);
    }
    one.image.setOpacity(Number.isFinite(parseFloat(opacity)) ? parseFloat(opacity) : 1);
    layers.setDay(one, day);
    layers.setVisible(one, wanted.has(one.name));
  }
  return true;
}

/** Keeps the address as the map is, without new entries in the browser's history. */
export function keepInAddress(map, layers) {
  let waiting;
  const write = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => history.replaceState(null, '', `#${described(map, layers)}`), PAUSE_MS);
  };
  map.on('moveend', write);
  layers.addEventListener('shown', write);
  addEventListener('hashchange', () => restore(map, layers));
  write();
}

function described(map, layers) {
  const [longitude, latitude] = proj.toLonLat(map.getView().getCenter());
  const view = [longitude.toFixed(6), latitude.toFixed(6), map.getView().getZoom().toFixed(2)].join(',');
  const shown = layers.visible
    .map((one) => [one.name, one.style, one.image.getOpacity(), ...(one.day ? [one.day] : [])].join('*'))
    .join(',');
  // Colons, commas and stars may stand in a fragment as they are, and are easier to read so.
  return `view=${view}&layers=${encodeURIComponent(shown).replace(/%(3A|2C|2A)/gi, decodeURIComponent)}`;
}
