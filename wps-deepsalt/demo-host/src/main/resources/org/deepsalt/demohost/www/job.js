// One execution from its start to its end, with its progress in view.

import { byId } from './dom.js';
import { SilentHost, onThisHost } from './http.js';
import { dismiss, execute, status } from './wps.js';

const POLL_MS = 700;
const KEPT = 'deepsalt-execution';
const OUTPUTS = [
  { name: 'published', reference: false },
  { name: 'report', reference: false },
  { name: 'coverage', reference: true },
];

const WORDS = { succeeded: 'Done', cancelled: 'Cancelled', failed: 'The estimate failed' };

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs executions one at a time. */
export class Job {
  #location = null;
  #dismissal = null;

  constructor() {
    byId('job-cancel').addEventListener('click', () => (this.#dismissal = this.#cancel()));
    byId('job-close').addEventListener('click', () => (byId('job').hidden = true));
  }

  /** Gives the outputs by name, which take the place of the progress; null if it failed or was cancelled. */
  run(identifier, inputs) {
    show('accepted', 'Sending the request');
    return this.#conclude(() => execute(identifier, inputs, OUTPUTS));
  }

  /** The same for an execution that this tab had started before it was loaded anew; null where there is none. */
  resume() {
    const kept = sessionStorage.getItem(KEPT);
    if (!kept) {
      return null;
    }
    show('accepted', 'Asking for the execution that was started before');
    return this.#conclude(async () => {
      this.#location = onThisHost(kept);
      return { location: this.#location, ...(await this.#ask({ phase: 'accepted', text: '', percent: 0 })) };
    });
  }

  async #conclude(begin) {
    this.#dismissal = null;
    byId('job-cancel').disabled = true;
    try {
      const state = await this.#follow(await begin());
      show(state.phase, WORDS[state.phase], 0, state.text);
      return state.phase === 'succeeded' ? state.outputs : null;
    } catch (error) {
      const cancelled = await this.#dismissal;
      show(cancelled ? 'cancelled' : 'failed', cancelled ? WORDS.cancelled : WORDS.failed, 0, error.message);
      return null;
    } finally {
      sessionStorage.removeItem(KEPT);
    }
  }

  async #follow(started) {
    let state = started;
    this.#location = started.location ?? this.#location;
    sessionStorage.setItem(KEPT, this.#location?.href ?? '');
    byId('job-cancel').disabled = false;
    while (runs(state.phase)) {
      show(state.phase, state.text, state.percent);
      await pause(POLL_MS);
      state = (await this.#dismissal) ? { phase: 'cancelled', text: '' } : await this.#ask(state);
    }
    return state;
  }

  /** A silent host does not end an execution; it is asked until it answers. */
  async #ask(before) {
    try {
      return await status(this.#location);
    } catch (error) {
      if (!(error instanceof SilentHost)) {
        throw error;
      }
      return { ...before, text: `${error.message} Trying again.` };
    }
  }

  /** Gives whether the server has stopped the execution. */
  async #cancel() {
    byId('job-cancel').disabled = true;
    byId('job-text').textContent = 'Cancelling';
    try {
      await dismiss(this.#location);
      return true;
    } catch (error) {
      byId('job-text').textContent = `${error.message} Not cancelled.`;
      byId('job-cancel').disabled = false;
      return false;
    }
  }
}

function runs(phase) {
  return phase === 'accepted' || phase === 'started';
}

function show(phase, text, percent = 0, error = '') {
  const running = runs(phase);
  byId('job').hidden = phase === 'succeeded';
  byId('job').dataset.phase = phase;
  byId('job-text').textContent = text;
  byId('job-error').textContent = phase === 'failed' ? error : '';
  byId('job-progress').hidden = !running;
  byId('job-progress').value = percent;
  byId('job-percent').textContent = running ? `${percent} %` : '';
  byId('job-cancel').hidden = !running;
  byId('job-close').hidden = running;
}
