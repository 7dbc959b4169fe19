// The Web Map Service: which layers there are, their legends, and what stands at a place.

import { address, ask, askForJson } from './http.js';

const { format, proj } = ol;
const legends = new Map();

/** Where maps come from. */
export const WMS = address('wms', {}).href;

/** The layers that the server lists, in its order. */
export async function readLayers() {
  const text = await ask(address('wms', { service: 'WMS', version: '1.3.0', request: 'GetCapabilities' }));
  const capability = new format.WMSCapabilities().read(text).Capability;
  return Promise.all(named(capability.Layer).map(describe));
}

function named(layer) {
  const below = (layer.Layer ?? []).flatMap(named);
  return layer.Name ? [layer, ...below] : below;
}

async function describe(layer) {
  const styles = (layer.Style ?? []).map((style) => ({ name: style.Name, title: style.Title || style.Name }));
  const styleNames = styles.map((style) => style.name.replace(/^.*:/, ''));
  const estimate = styleNames.includes('mask-reasons');
  return {
    name: layer.Name,
    title: layer.Title || layer.Name,
    abstract: layer.Abstract ?? '',
    styles,
    extent: proj.transformExtent(layer.EX_GeographicBoundingBox, 'EPSG:4326', 'EPSG:3857'),
    estimate,
    scene: !estimate && styleNames[0] === 'enmap-rgb',
    days: daysOf(layer),
    points: await drawsPoints(layer.Name, styles[0]?.name ?? ''),
  };
}

/** The days of a layer's time dimension, ascending; none for layers without one. Intervals are no days. */
function daysOf(layer) {
  const time = (layer.Dimension ?? []).find((one) => one.name === 'time');
  const values = (time?.values ?? '').split(',').filter((value) => /^\s*\d{4}-\d{2}-\d{2}[^/]*$/.test(value));
  return [...new Set(values.map((value) => value.trim().slice(0, 10)))].sort();
}

/** Capabilities do not tell images from points, legends do. */
async function drawsPoints(layer, style) {
  const rules = await readLegend(layer, style).catch(() => []);
  return rules.some((rule) => rule.symbolizers?.some((one) => one.Point));
}

/** The rules of a style, in GeoServer's JSON form; each style is asked for once. */
export function readLegend(layer, style) {
  const key = `${layer} ${style}`;
  if (!legends.has(key)) {
    const found = askForJson(legendAddress(layer, style, 'application/json')).then((json) => json.Legend[0].rules);
    legends.set(key, found);
    found.catch(() => legends.delete(key));
  }
  return legends.get(key);
}

/** Where the picture of a legend is, for servers without the JSON form. */
export function legendPicture(layer, style) {
  return legendAddress(layer, style, 'image/png').href;
}

function legendAddress(layer, style, type) {
  return address('wms', { service: 'WMS', version: '1.3.0', request: 'GetLegendGraphic', layer, style, format: type });
}

/** Properties of the first feature of a layer at a place of the map; null where there is none. */
export async function readValues(source, coordinate, resolution) {
  const url = source.getFeatureInfoUrl(coordinate, resolution, 'EPSG:3857', {
    INFO_FORMAT: 'application/json',
    FEATURE_COUNT: 1,
  });
  const { features } = await askForJson(url);
  return features.length === 0 ? null : features[0].properties;
}
