// The region of an estimate: drawn on the map, taken from its view, or typed as well-known text.

import { make } from './dom.js';
import { decimal } from './salinity.js';

const { format, geom, interaction, layer: olLayer, source: olSource, sphere, style } = ol;
const WKT = new format.WKT();
const LONGITUDE_LATITUDE = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857', decimals: 6 };
const CLICK_MS = 400;
// Without a fill, which would change the colours of the map and so its meaning.
const LINE = new style.Style({ stroke: new style.Stroke({ color: '#0b5c8a', width: 2.5, lineDash: [8, 5] }) });
const CASING = new style.Style({ stroke: new style.Stroke({ color: 'rgba(255, 255, 255, 0.8)', width: 5 }) });

export class Region {
  #map;
  #pointer;
  #drawn = new olSource.Vector();
  #draw = null;
  #text = make('textarea', {
    rows: 2,
    spellcheck: false,
    placeholder: 'the whole scene',
    onchange: () => this.#read(),
  });
  #size = make('output', { className: 'hint' });
  #figures = make('button', {
    type: 'button',
    disabled: true,
    title: 'Hectares per class of the topmost estimate in the region',
    onclick: () => this.onfigures(this.#text.value),
  }, 'Statistics');
  /** Called with a polygon of which somebody wants the statistics. */
  onfigures = () => {};

  constructor(map, pointer) {
    this.#map = map;
    this.#pointer = pointer;
    map.addLayer(new olLayer.Vector({ source: this.#drawn, style: [CASING, LINE], zIndex: 1900 }));
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.#stop());
  }

  /** The text field; its value is the region in longitude and latitude, empty for the whole scene. */
  get field() {
    return this.#text;
  }

  get isBeingDrawn() {
    return this.#draw !== null;
  }

  /** Buttons and a line that tells the size. */
  tools() {
    const button = (text, onclick) => make('button', { type: 'button', onclick }, text);
    return [
      make(
        'div',
        { className: 'buttons' },
        button('Rectangle', () => this.#start('Circle', interaction.Draw.createBox())),
        button('Polygon', () => this.#start('Polygon')),
        button('Map view', () => this.#set(geom.Polygon.fromExtent(this.#map.getView().calculateExtent()))),
        button('Clear', () => this.#set(null)),
        this.#figures,
      ),
      this.#size,
    ];
  }

  #start(type, geometryFunction) {
    this.#stop();
    this.#pointer.paused = true;
    this.#pointer.unpin();
    this.#draw = new interaction.Draw({ type, geometryFunction });
    this.#draw.on('drawend', (event) => {
      this.#set(event.feature.getGeometry());
      this.#stop();
    });
    this.#map.addInteraction(this.#draw);
    this.#map.getTargetElement().classList.add('drawing');
    this.#size.value = type === 'Circle' ? 'Click two corners on the map.' : 'Click the corners, the last one twice.';
  }

  /** The double click that ends a drawing must not zoom, nor ask for a value. */
  #stop() {
    if (!this.#draw) {
      return;
    }
    const ended = this.#draw;
    this.#draw = null;
    this.#map.getTargetElement().classList.remove('drawing');
    this.#measure();
    setTimeout(() => {
      this.#map.removeInteraction(ended);
      this.#pointer.paused = this.isBeingDrawn;
    }, CLICK_MS);
  }

  #set(geometry) {
    this.#show(geometry);
    this.#text.value = geometry ? WKT.writeGeometry(geometry, LONGITUDE_LATITUDE) : '';
    if (!geometry) {
      this.#stop();
    }
  }

  /** What was typed is drawn if it can be; the server judges it in the end. */
  #read() {
    try {
      this.#show(this.#text.value.trim() ? WKT.readGeometry(this.#text.value, LONGITUDE_LATITUDE) : null);
    } catch {
      this.#show(null);
    }
  }

  #show(geometry) {
    this.#drawn.clear();
    if (geometry) {
      this.#drawn.addFeature(new ol.Feature(geometry));
    }
    this.#measure();
  }

  #measure() {
    const [feature] = this.#drawn.getFeatures();
    this.#figures.disabled = !feature;
    this.#size.value = feature ? `${decimal(sphere.getArea(feature.getGeometry()) / 1e6, 2)} km²` : '';
  }
}
