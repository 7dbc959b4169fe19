// The map: its view, what stands around it, and the graticule where there is no image.

const { Map: OlMap, View, control, coordinate, extent, layer, proj, style } = ol;
const DARK = matchMedia('(prefers-color-scheme: dark)');
const ROOM_FOR_LEGEND = 700;
const UPPER_LABELS = 36;
const WORLD = [-2e7, -1e7, 2e7, 1.4e7];

/** The map in the element with the id map. */
export function createMap() {
  const map = new OlMap({
    target: 'map',
    view: new View({ maxZoom: 20 }),
    controls: [
      new control.Zoom(),
      new control.ScaleLine({ minWidth: 60, maxWidth: 150 }),
      new control.MousePosition({ projection: 'EPSG:4326', coordinateFormat: degrees, placeholder: '' }),
      new control.Attribution({ collapsible: false }),
    ],
  });
  map.getLayers().insertAt(0, graticule(map));
  DARK.addEventListener('change', () => map.getLayers().setAt(0, graticule(map)));
  return map;
}

/** Longitude and latitude as text. */
export function degrees([longitude, latitude]) {
  const part = (value, positive, negative) => `${Math.abs(value).toFixed(5)}° ${value < 0 ? negative : positive}`;
  return `${part(latitude, 'N', 'S')}  ${part(longitude, 'E', 'W')}`;
}

function graticule(map) {
  const ink = DARK.matches ? 'rgba(255, 255, 255, 0.16)' : 'rgba(30, 50, 70, 0.18)';
  const text = (alignment) =>
    new style.Text({
      font: '11px system-ui, sans-serif',
      fill: new style.Fill({ color: DARK.matches ? '#aab6c0' : '#5b6875' }),
      ...alignment,
    });
  return new layer.Graticule({
    strokeStyle: new style.Stroke({ color: ink, width: 1 }),
    showLabels: true,
    wrapX: false,
    targetSize: 140,
    lonLabelPosition: 1,
    latLabelPosition: 0,
    lonLabelStyle: text({ textBaseline: 'top', offsetY: 6 }),
    latLabelStyle: text({ textAlign: 'start', textBaseline: 'bottom', offsetX: 6, offsetY: -3 }),
    lonLabelFormatter: (value) => coordinate.degreesToStringHDMS('EW', value),
    latLabelFormatter: (value) => (isFree(map, value) ? coordinate.degreesToStringHDMS('NS', value) : ''),
  });
}

/** Whether a label of this latitude stays clear of those of the longitudes along the upper edge. */
function isFree(map, latitude) {
  const pixel = map.getPixelFromCoordinate(proj.fromLonLat([0, latitude]));
  return !pixel || pixel[1] > UPPER_LABELS;
}

/** Shows a place as large as the map allows beside the legend; the first time at once. */
export function zoomTo(map, place = WORLD) {
  if (extent.isEmpty(place)) {
    return;
  }
  const [width] = map.getSize() ?? [0];
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const wide = width > ROOM_FOR_LEGEND;
  map.getView().fit(place, {
    padding: wide ? [36, 292, 48, 84] : [24, 24, 40, 24],
    duration: calm || !map.getView().isDef() ? 0 : 250,
  });
}
