// One execution from its start to its end, with its progress in view.

import { byId } from './dom.js';
import { Refusal, SilentHost } from './http.js';
import { dismiss, execute, status } from './wps.js';

const POLL_MS = 700;
const RETRY_MS = 2000;
const OUTPUTS = [
  { name: 'published', reference: false },
  { name: 'report', reference: false },
  { name: 'coverage', reference: true },
];

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs executions one at a time. */
export class Job {
  #location = null;
  #cancelled = false;

  constructor() {
    byId('job-cancel').addEventListener('click', () => this.#cancel());
    byId('job-close').addEventListener('click', () => (byId('job').hidden = true));
  }

  /** Gives the outputs by name, which take the place of the progress; null if it failed or was cancelled. */
  async run(identifier, inputs) {
    this.#cancelled = false;
    this.#location = null;
    show('accepted', 'Sending the request');
    try {
      const state = await this.#follow(await execute(identifier, inputs, OUTPUTS));
      if (state.phase === 'succeeded') {
        show('succeeded', 'Done');
        return state.outputs;
      }
      this.#end(state.text);
    } catch (error) {
      this.#end(error.message);
    }
    return null;
  }

  async #follow(started) {
    let state = started;
    this.#location = started.location;
    while (!this.#cancelled && (state.phase === 'accepted' || state.phase === 'started')) {
      show(state.phase, state.text, state.percent);
      await pause(POLL_MS);
      state = await this.#ask(state);
    }
    return state;
  }

  /** A silent host does not end an execution; it is asked until it answers. */
  async #ask(before) {
    try {
      return this.#cancelled ? before : { location: this.#location, ...(await status(this.#location)) };
    } catch (error) {
      if (!(error instanceof SilentHost)) {
        throw error;
      }
      show(before.phase, `${error.message} Trying again.`, before.percent);
      await pause(RETRY_MS);
      return before;
    }
  }

  #end(text) {
    if (this.#cancelled) {
      show('cancelled', 'Cancelled');
    } else {
      show('failed', 'The estimate failed');
      byId('job-error').textContent = text;
    }
  }

  async #cancel() {
    byId('job-cancel').disabled = true;
    byId('job-text').textContent = 'Cancelling';
    try {
      await dismiss(this.#location);
      this.#cancelled = true;
    } catch (error) {
      byId('job-text').textContent = error instanceof Refusal ? error.message : 'The host does not answer; not cancelled.';
      byId('job-cancel').disabled = false;
    }
  }
}

function show(phase, text, percent = 0) {
  const runs = phase === 'accepted' || phase === 'started';
  byId('job').hidden = phase === 'succeeded';
  byId('job').dataset.phase = phase;
  byId('job-text').textContent = text;
  byId('job-error').textContent = '';
  byId('job-progress').hidden = !runs;
  byId('job-progress').value = percent;
  byId('job-percent').textContent = runs ? `${percent} %` : '';
  byId('job-cancel').hidden = !runs;
  byId('job-cancel').disabled = false;
  byId('job-close').hidden = runs;
}
