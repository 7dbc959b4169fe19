// The form of deepsalt:EstimateSalinity, made from its description.

import { make, byId } from './dom.js';
import { fieldFor, valuesOf } from './inputs.js';
import { decimal } from './salinity.js';
import { describeProcess, listModels } from './wps.js';

const FIRST = ['enmap', 'model', 'covariate', 'region', 'confidence', 'layer'];
const SAMPLE = { 'sample:soil': ['sand', 'clay'], 'sample:climate': ['tmin', 'tmax', 'tavg', 'pmin', 'pmax', 'pavg'] };

export class EstimateForm {
  #layers;
  #region;
  #fields = [];
  #models = [];
  #enmap = make('select');
  #model = make('select', { onchange: () => this.#describeModel() });
  #modelFacts = make('p', { className: 'facts' });
  #covariates = make('textarea', { rows: 8, spellcheck: false });
  #layer = make('input', { type: 'text', autocomplete: 'off', spellcheck: false });
  #suggested = { covariates: '', layer: '' };

  constructor(layers, region) {
    this.#layers = layers;
    this.#region = region;
    layers.addEventListener('listed', () => this.#followLayers());
    byId('estimate').addEventListener('toggle', () => byId('estimate').open && this.#readModels().catch(() => {}));
  }

  /** Asks the server what the process takes; start is called with pairs of an input and a value. */
  async build(start) {
    const [process] = await Promise.all([describeProcess('deepsalt:EstimateSalinity'), this.#readModels()]);
    byId('estimate-title').textContent = process.title;
    byId('estimate-help').textContent = process.help;
    this.#fields = process.inputs.map((input) => this.#field(input));
    const place = ({ input }) => FIRST.indexOf(input.name);
    const first = this.#fields.filter((one) => place(one) >= 0).sort((a, b) => place(a) - place(b));
    const others = this.#fields.filter((one) => place(one) < 0);
    byId('fields').replaceChildren(...first.map(({ element }) => element));
    byId('more-fields').replaceChildren(...others.map(({ element }) => element));
    byId('form').onsubmit = (event) => {
      event.preventDefault();
      start(this.#fields.flatMap((field) => valuesOf(field).map((value) => [field.input, value])));
    };
    this.#followLayers();
    byId('run').disabled = false;
  }

  /** The model that is chosen; empty if there is none. */
  get model() {
    return this.#model.value;
  }

  /** No second execution while one runs. */
  set disabled(disabled) {
    byId('run').disabled = disabled;
  }

  #field(input) {
    switch (input.name) {
      case 'enmap':
        return fieldFor(input, this.#enmap);
      case 'model':
        return fieldFor(input, this.#model, [this.#modelFacts]);
      case 'covariate':
        return fieldFor(input, this.#covariates);
      case 'region':
        return fieldFor(input, this.#region.field, this.#region.tools());
      case 'layer':
        return fieldFor(input, this.#layer);
      default:
        return fieldFor(input);
    }
  }

  /** Scenes first, then every other image; suggestions that nobody changed follow what the server has. */
  #followLayers() {
    const images = this.#layers.all.filter((one) => !one.points && !one.estimate);
    const chosen = this.#enmap.value;
    const group = (label, some) => {
      const options = some.map((one) => new Option(`${one.title} (${one.name})`, one.name));
      return some.length > 0 ? [make('optgroup', { label }, ...options)] : [];
    };
    this.#enmap.replaceChildren(
      ...group('EnMAP scenes', images.filter((one) => one.scene)),
      ...group('Other images', images.filter((one) => !one.scene)),
    );
    if (images.some((one) => one.name === chosen)) {
      this.#enmap.value = chosen;
    }
    this.#suggest(this.#layer, 'layer', this.#freeName());
    this.#suggest(this.#covariates, 'covariates', this.#likelyCovariates());
  }

  #suggest(field, key, text) {
    if (field.value === this.#suggested[key]) {
      field.value = text;
      this.#suggested[key] = text;
    }
  }

  #freeName() {
    let name = 'deepsalt:my_estimate';
    for (let number = 2; this.#layers.get(name); number += 1) {
      name = `deepsalt:my_estimate_${number}`;
    }
    return name;
  }

  #likelyCovariates() {
    const model = this.#models.find(({ id }) => id === this.#model.value);
    const layerOf = (name) =>
      Object.keys(SAMPLE).find((layer) => this.#layers.get(layer) && SAMPLE[layer].includes(name)) ?? '';
    return (model?.covariates ?? []).map(({ name }) => `${name}=${layerOf(name)}`).join('\n');
  }

  async #readModels() {
    this.#models = await listModels();
    const chosen = this.#model.value;
    const options = this.#models.map(({ id, title }) => new Option(title && title !== id ? `${title} (${id})` : id, id));
    this.#model.replaceChildren(...options);
    if (this.#models.some(({ id }) => id === chosen)) {
      this.#model.value = chosen;
    }
    this.#describeModel();
  }

  #describeModel() {
    const model = this.#models.find(({ id }) => id === this.#model.value);
    const { test, unit, synthetic } = model ?? {};
    const quality = test ? `Test pixels: RMSE ${decimal(test.rmse, 1)} ${unit}, R² ${decimal(test.r2, 2)}. ` : '';
    const origin = synthetic ? 'Trained on synthetic data: for trying only.' : '';
    this.#modelFacts.textContent = model ? quality + origin : 'The server has no model yet: train one.';
    this.#suggest(this.#covariates, 'covariates', this.#likelyCovariates());
  }
}
