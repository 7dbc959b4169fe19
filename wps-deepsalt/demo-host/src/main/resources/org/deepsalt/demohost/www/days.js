// The days of a series: a slider for the topmost visible layer that has a time dimension.

import { byId } from './dom.js';

const PAUSE_MS = 150;

/** Keeps the slider as the layers are, and the shown day as the slider is. */
export class Days {
  #layers;
  #chosen;
  #waiting;

  constructor(layers) {
    this.#layers = layers;
    layers.addEventListener('shown', () => this.#show());
    layers.addEventListener('listed', () => this.#show());
    byId('days-slider').addEventListener('input', () => this.#moved());
    byId('days-before').addEventListener('click', () => this.#step(-1));
    byId('days-after').addEventListener('click', () => this.#step(1));
  }

  #show() {
    clearTimeout(this.#waiting);
    this.#chosen = this.#layers.visible.find((one) => one.days.length > 0);
    byId('days').hidden = !this.#chosen;
    if (this.#chosen) {
      const { title, days, day } = this.#chosen;
      byId('days-title').textContent = title;
      byId('days-slider').max = days.length - 1;
      byId('days-slider').disabled = days.length < 2;
      byId('days-slider').setAttribute('aria-label', `Date of ${title}`);
      this.#tell(days.indexOf(day));
    }
  }

  /** Says which day the slider is at; the map follows. */
  #tell(place) {
    const { days } = this.#chosen;
    byId('days-slider').value = place;
    byId('days-slider').setAttribute('aria-valuetext', days[place]);
    byId('days-text').textContent = days[place];
    byId('days-before').disabled = place <= 0;
    byId('days-after').disabled = place >= days.length - 1;
  }

  /** While the slider moves, only the day at which it rests is asked for. */
  #moved() {
    const place = Number(byId('days-slider').value);
    this.#tell(place);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#layers.setDay(this.#chosen, this.#chosen.days[place]), PAUSE_MS);
  }

  #step(by) {
    const { days } = this.#chosen;
    const place = Number(byId('days-slider').value) + by;
    if (place >= 0 && place < days.length) {
      this.#layers.setDay(this.#chosen, days[place]);
    }
  }
}
