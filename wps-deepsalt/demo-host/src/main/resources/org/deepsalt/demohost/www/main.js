// Puts the page together.

import { Days } from './days.js';
import { announce, byId } from './dom.js';
import { showSpectrum, showStatistics } from './figures.js';
import { EstimateForm } from './form.js';
import { SilentHost } from './http.js';
import { Job } from './job.js';
import { listLayers } from './layerlist.js';
import { Layers } from './layers.js';
import { showLegend } from './legend.js';
import { keepInAddress, restore } from './link.js';
import { createMap, zoomTo } from './map.js';
import { Pointer } from './pointer.js';
import { Region } from './region.js';
import { showReport } from './report.js';
import { Swipe } from './swipe.js';

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
      return await work();
    } catch (error) {
      if (!(error instanceof SilentHost)) {
        throw error;
      }
      announce(`${error.message} Trying again.`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Shows estimates that came since, whoever published them. */
async function showNews(own, day) {
  let fresh;
  try {
    fresh = await layers.refresh();
  } catch (error) {
    announce(error.message);
    return;
  }
  const news = layers.get(own) ?? fresh.find((one) => one.estimate);
  if (news && !region.isBeingDrawn) {
    layers.setDay(news, day);
    layers.showEstimate(news);
    zoomTo(map, news.extent);
    announce(`On the map now: ${news.title}`);
  }
}

async function showFirstMap() {
  await insist(() => layers.refresh()).catch((error) => announce(error.message));
  const rendered = new Promise((resolve) => map.once('rendercomplete', resolve));
  if (!restore(map, layers)) {
    zoomTo(map, layers.showFirst()?.extent);
  }
  await rendered;
}

/** Maps can be looked at where estimates are refused. */
async function showForm() {
  await insist(() => form.build((inputs) => present(job.run(PROCESS, inputs)))).catch((error) => (byId('estimate-help').textContent = error.message));
}

/** Waits for an execution and shows what came out. */
async function present(execution) {
  form.disabled = true;
  const outputs = await execution;
  form.disabled = false;
  if (outputs) {
    const report = JSON.parse(outputs.get('report').text);
    const published = outputs.get('published').text.trim();
    pointer.learn(published, { confidence: report.inputs.confidence, threshold: report.applicability.threshold });
    byId('estimate').open = false;
    showReport(report, published, outputs.get('coverage')?.href);
    await showNews(published, report.time?.slice(0, 10));
  }
}

async function watch() {
  if (document.visibilityState === 'visible' && !['accepted', 'started'].includes(byId('job').dataset.phase)) {
    await showNews();
  }
  setTimeout(watch, REFRESH_MS);
}

pointer.onspectrum = (place) => showSpectrum(layers, place, form.model);
region.onfigures = (polygon) => showStatistics(layers, polygon);
listLayers(layers, (extent) => zoomTo(map, extent));
showLegend(layers);
new Swipe(map, layers);
new Days(layers);
await Promise.all([showFirstMap(), showForm()]);
keepInAddress(map, layers);
document.documentElement.dataset.ready = 'true';
setTimeout(watch, REFRESH_MS);
const started = job.resume();
if (started) {
  present(started);
}
