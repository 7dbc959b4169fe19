// Two layers side by side: one left of a line, the other right of it.

import { byId } from './dom.js';

const ABOVE_ALL_OTHERS = 1000;

/** Fills the two lists of layers; the chosen ones are drawn above all others and clipped at the slider. */
export class Swipe {
  #map;
  #layers;
  #bound = [];
  #raised = [];

  constructor(map, layers) {
    this.#map = map;
    this.#layers = layers;
    layers.addEventListener('listed', () => this.#list());
    for (const id of ['swipe-left', 'swipe-right']) {
      byId(id).addEventListener('change', () => this.#compare());
    }
    byId('swipe').addEventListener('input', () => this.#move());
  }

  #list() {
    for (const id of ['swipe-left', 'swipe-right']) {
      const chosen = byId(id).value;
      const images = this.#layers.all.filter((one) => !one.points);
      byId(id).replaceChildren(new Option('none', ''), ...images.map((one) => new Option(one.title, one.name)));
      byId(id).value = this.#layers.get(chosen) ? chosen : '';
    }
    this.#compare();
  }

  #compare() {
    this.#bound.forEach(([image, event, listener]) => image.un(event, listener));
    this.#bound = [];
    this.#raised.forEach((image) => image.setZIndex(0));
    this.#raised = [];
    const [left, right] = ['swipe-left', 'swipe-right'].map((id) => this.#layers.get(byId(id).value));
    const both = Boolean(left && right && left !== right);
    byId('swipe').hidden = !both;
    byId('swipe-line').hidden = !both;
    if (both) {
      this.#clip(left, (x) => [0, x]);
      this.#clip(right, (x, width) => [x, width - x]);
      [left, right].forEach((one) => this.#layers.setVisible(one, true));
      this.#raised = [left.image, right.image];
      this.#raised.forEach((image) => image.setZIndex(ABOVE_ALL_OTHERS));
      byId('swipe').setAttribute('aria-label', `Line between ${left.title} and ${right.title}`);
    }
    this.#move();
  }

  #clip(one, part) {
    const before = ({ context, frameState }) => {
      const width = frameState.size[0] * frameState.pixelRatio;
      const [from, size] = part((width * byId('swipe').value) / 100, width);
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.beginPath();
      context.rect(from, 0, size, context.canvas.height);
      context.clip();
      context.resetTransform();
    };
    const after = ({ context }) => context.restore();
    this.#bind(one.image, 'prerender', before);
    this.#bind(one.image, 'postrender', after);
  }

  #bind(image, event, listener) {
    image.on(event, listener);
    this.#bound.push([image, event, listener]);
  }

  #move() {
    byId('swipe-line').style.left = `${byId('swipe').value}%`;
    this.#map.render();
  }
}
