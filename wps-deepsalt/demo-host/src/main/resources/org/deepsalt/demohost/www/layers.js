// The layers of the map: what the server lists, what of it is visible and how.

import { WMS, readLayers } from './wms.js';

const { layer: olLayer, source: olSource } = ol;
const SAMPLE_MAP = 'deepsalt:sample_ece';

/** Fires "listed" when layers came or went, "shown" when a layer's visibility, style, opacity or day changed. */
export class Layers extends EventTarget {
  #map;
  #byName = new Map();
  #listings = 0;

  constructor(map) {
    super();
    this.#map = map;
  }

  /** Layers from the top of the map to its bottom. */
  get all() {
    return [...this.#byName.values()].sort((a, b) => rank(a) - rank(b) || b.listing - a.listing || a.place - b.place);
  }

  get visible() {
    return this.all.filter((one) => one.image.getVisible());
  }

  get(name) {
    return this.#byName.get(name);
  }

  /** Reads the list again; gives the layers that were not there before. */
  async refresh() {
    const found = await readLayers();
    const fresh = found.filter((one) => !this.#byName.has(one.name));
    const names = new Set(found.map((one) => one.name));
    const gone = [...this.#byName.keys()].filter((name) => !names.has(name));
    gone.forEach((name) => this.#remove(name));
    this.#listings += 1;
    fresh.forEach((one) => this.#add(one, found.indexOf(one)));
    const dated = found.filter((one) => this.#learnDays(this.get(one.name), one.days));
    if (dated.length > 0) {
      this.dispatchEvent(new Event('shown'));
    }
    if (fresh.length + gone.length > 0) {
      this.all.forEach((one, index, all) => one.image.setZIndex(all.length - index));
      this.dispatchEvent(new Event('listed'));
      this.dispatchEvent(new Event('shown'));
    }
    return fresh.map((one) => this.get(one.name));
  }

  #add(described, place) {
    const image = new olLayer.Image({
      visible: false,
      source: new olSource.ImageWMS({
        url: WMS,
        params: { LAYERS: described.name, STYLES: '', VERSION: '1.3.0', TRANSPARENT: true },
        ratio: 1,
        interpolate: false,
        attributions: 'Soil-salinity maps: DeepSalt',
      }),
    });
    const style = described.styles[0]?.name ?? '';
    const one = { ...described, image, style, place, listing: this.#listings, day: '' };
    this.#byName.set(described.name, one);
    this.#turnTo(one, one.days.at(-1) ?? '');
    this.#map.addLayer(image);
  }

  /** Takes over the days that a series has now; who looked at its latest looks at the latest again. */
  #learnDays(one, days) {
    if (String(one.days) === String(days)) {
      return false;
    }
    const latest = one.day === (one.days.at(-1) ?? '');
    one.days = days;
    if (latest || !days.includes(one.day)) {
      this.#turnTo(one, days.at(-1) ?? '');
    }
    return true;
  }

  #turnTo(one, day) {
    one.day = day;
    if (day) {
      one.image.getSource().updateParams({ TIME: day });
    }
  }

  #remove(name) {
    this.#map.removeLayer(this.get(name).image);
    this.#byName.delete(name);
  }

  /** What a visitor sees first: the scene, and on it the map of the sample or else the first estimate. */
  showFirst() {
    const estimates = this.all.filter((one) => one.estimate);
    const map = this.get(SAMPLE_MAP) ?? estimates[0];
    const scene = this.all.find((one) => one.scene);
    const first = [map, scene].filter(Boolean);
    first.forEach((one) => one.image.setVisible(true));
    this.dispatchEvent(new Event('listed'));
    this.dispatchEvent(new Event('shown'));
    return first[0] ?? this.all[0];
  }

  /** Draws an estimate anew and alone: around a small one an older one would look like a part of it. */
  showEstimate(one) {
    this.visible.filter((other) => other.estimate).forEach((other) => other.image.setVisible(false));
    one.image.getSource().refresh();
    this.setVisible(one, true);
    this.dispatchEvent(new Event('listed'));
  }

  setVisible(one, visible) {
    one.image.setVisible(visible);
    this.dispatchEvent(new Event('shown'));
  }

  setOpacity(one, opacity) {
    one.image.setOpacity(opacity);
    this.dispatchEvent(new Event('shown'));
  }

  /** Shows a series as of a day; days that it does not have are passed over. */
  setDay(one, day) {
    if (one.days.includes(day)) {
      this.#turnTo(one, day);
      this.dispatchEvent(new Event('shown'));
    }
  }

  setStyle(one, style) {
    one.style = style;
    one.image.getSource().updateParams({ STYLES: style });
    this.dispatchEvent(new Event('shown'));
  }
}

/** Points lie on maps, maps on scenes. */
function rank(one) {
  return one.points ? 0 : one.estimate ? 1 : one.scene ? 3 : 2;
}
