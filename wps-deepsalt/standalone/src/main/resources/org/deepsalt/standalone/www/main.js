// Puts the page together.

import { announce, byId } from './dom.js';
import { EstimateForm } from './form.js';
import { SilentHost } from './http.js';
import { Job } from './job.js';
import { listLayers } from './layerlist.js';
import { Layers } from './layers.js';
import { showLegend } from './legend.js';
import { createMap, zoomTo } from './map.js';
import { Pointer } from './pointer.js';
import { Region } from './region.js';
import { showReport } from './report.js';

const PROCESS = 'deepsalt:EstimateSalinity';
const RETRY_MS = 3000;
const REFRESH_MS = 10000;

const map = createMap();
const layers = new Layers(map);
const pointer = new Pointer(map, layers);
const region = new Region(map, pointer);
const form = new EstimateForm(layers, region);
const job = new Job();
window.deepsalt = { map };

/** Does something that needs the host, until the host answers. */
async function insist(work) {
  for (;;) {
    try {
      const result = await work();
      announce('');
      return result;
    } catch (error) {
      announce(error instanceof SilentHost ? `${error.message} Trying again.` : error.message);
      if (!(error instanceof SilentHost)) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Shows estimates that came since, whoever published them. */
async function showNews(own) {
  const fresh = await layers.refresh();
  const news = layers.get(own) ?? fresh.find((one) => one.estimate);
  if (news && !region.isBeingDrawn) {
    layers.showEstimate(news);
    zoomTo(map, news.extent);
    announce(`On the map now: ${news.title}`);
  }
}

async function estimate(inputs) {
  form.disabled = true;
  const outputs = await job.run(PROCESS, inputs);
  form.disabled = false;
  if (outputs) {
    const report = JSON.parse(outputs.get('report').text);
    const published = outputs.get('published').text.trim();
    pointer.learn(published, { confidence: report.inputs.confidence, threshold: report.applicability.threshold });
    byId('estimate').open = false;
    showReport(report, published, outputs.get('coverage').href);
    await showNews(published);
  }
}

async function watch() {
  if (document.visibilityState === 'visible' && !['accepted', 'started'].includes(byId('job').dataset.phase)) {
    await showNews().catch((error) => announce(error.message));
  }
  setTimeout(watch, REFRESH_MS);
}

listLayers(layers, (extent) => zoomTo(map, extent));
showLegend(layers);
const rendered = new Promise((resolve) => {
  insist(() => layers.refresh()).then(() => {
    zoomTo(map, layers.showFirst()?.extent);
    map.once('rendercomplete', resolve);
  });
});
await insist(() => form.build(estimate));
await rendered;
document.documentElement.dataset.ready = 'true';
setTimeout(watch, REFRESH_MS);
