// The value under the pointer, or at a place that was clicked.

import { byId } from './dom.js';
import { degrees } from './map.js';
import { describe, note } from './values.js';
import { readValues } from './wms.js';

const { Feature, geom, layer: olLayer, proj, source: olSource, style } = ol;
const PAUSE = 120;
const MARK = new style.Style({
  image: new style.Circle({
    radius: 6,
    stroke: new style.Stroke({ color: '#10202c', width: 2 }),
    fill: new style.Fill({ color: 'rgba(255, 255, 255, 0.85)' }),
  }),
});

/** Shows values of the topmost estimate that is visible, or else of the topmost layer. */
export class Pointer {
  #map;
  #layers;
  #details = new Map();
  #mark = new olSource.Vector();
  #pinned = null;
  #wanted = null;
  #busy = false;
  /** Called with a place of which somebody wants the spectrum. */
  onspectrum = () => {};

  constructor(map, layers) {
    this.#map = map;
    this.#layers = layers;
    this.paused = false;
    map.addLayer(new olLayer.Vector({ source: this.#mark, style: MARK, zIndex: 2000 }));
    map.on('pointermove', (event) => !event.dragging && !this.#pinned && this.#ask(event.coordinate));
    map.on('singleclick', (event) => !this.paused && this.pin(event.coordinate));
    map.getViewport().addEventListener('pointerleave', () => !this.#pinned && this.#hide());
    layers.addEventListener('shown', () => this.#pinned && this.#ask(this.#pinned));
    byId('map').addEventListener('keydown', (event) => this.#key(event));
    byId('values-close').addEventListener('click', () => this.unpin());
    byId('values-spectrum').addEventListener('click', () => this.onspectrum(this.#pinned));
  }

  /** Facts of an estimate that only its report has: the confidence of its interval and its applicability. */
  learn(name, { confidence, threshold }) {
    this.#details.set(name, { confidence, threshold });
  }

  /** Keeps the value of a place in view. */
  pin(coordinate) {
    this.#pinned = coordinate;
    this.#mark.clear();
    this.#mark.addFeature(new Feature(new geom.Point(coordinate)));
    this.#ask(coordinate);
  }

  unpin() {
    this.#pinned = null;
    this.#mark.clear();
    this.#hide();
  }

  #key(event) {
    if (event.key === 'Enter' && event.target === byId('map') && !this.paused) {
      this.pin(this.#map.getView().getCenter());
    } else if (event.key === 'Escape') {
      this.unpin();
    }
  }

  #hide() {
    this.#wanted = null;
    byId('values').hidden = true;
  }

  /** One request at a time; of what the pointer passes meanwhile only the last place is asked for. */
  async #ask(coordinate) {
    this.#wanted = this.paused ? null : coordinate;
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    while (this.#wanted) {
      const place = this.#wanted;
      this.#wanted = null;
      await this.#answer(place);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    this.#busy = false;
  }

  async #answer(place) {
    const layers = this.#layers.visible;
    const layer = layers.find((one) => one.estimate) ?? layers[0];
    if (!layer) {
      this.#hide();
      return;
    }
    let lines;
    try {
      const values = await readValues(layer.image.getSource(), place, this.#map.getView().getResolution());
      lines = values ? describe(values, this.#details.get(layer.name) ?? {}) : [note('nothing here')];
    } catch (error) {
      lines = [note(error.message)];
    }
    const stale = this.#pinned ? place !== this.#pinned : !byId('map').matches(':hover');
    if (!stale) {
      this.#show(layer, place, lines);
    }
  }

  #show(layer, place, lines) {
    byId('values-layer').textContent = layer.title;
    byId('values-lines').replaceChildren(...lines);
    byId('values-place').textContent = degrees(proj.toLonLat(place));
    byId('values-close').hidden = !this.#pinned;
    byId('values-spectrum').hidden = !this.#pinned;
    byId('values').hidden = false;
  }
}
