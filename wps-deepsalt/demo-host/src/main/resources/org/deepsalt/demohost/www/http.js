// Talks to the services, which stand two folders above this page here and in GeoServer.

const ROOT = new URL('../../', document.baseURI);
const GATEWAY_ERRORS = [502, 503, 504];

/** The host could not be reached; asking again may help. */
export class SilentHost extends Error {
  constructor() {
    super('The host does not answer.');
  }
}

/** The server refused, with a sentence that says why. */
export class Refusal extends Error {}

/** Address of a service with a query. */
export function address(service, query) {
  const url = new URL(service, ROOT);
  url.search = new URLSearchParams(query);
  return url;
}

/** An address that the server gave, on the host from which this page came: a proxy may have another name for it. */
export function onThisHost(url) {
  const given = new URL(url, ROOT);
  return new URL(given.pathname + given.search, ROOT);
}

/** What the server says to a request, as text. */
export async function ask(url, options = {}) {
  let response;
  let text;
  try {
    response = await fetch(url, { cache: 'no-store', ...options });
    text = await response.text();
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new SilentHost();
  }
  if (GATEWAY_ERRORS.includes(response.status)) {
    throw new SilentHost();
  }
  const sentences = text.startsWith('<') ? exceptionTexts(text) : '';
  if (sentences || !response.ok) {
    throw new Refusal(sentences || `${response.status}: ${text}`);
  }
  return text;
}

/** The same, as an XML document. */
export async function askForXml(url, options) {
  const document = parseXml(await ask(url, options));
  if (!document) {
    throw new Refusal('The host answered with something that is no XML.');
  }
  return document;
}

/** The same, as JSON. */
export async function askForJson(url, options) {
  const text = await ask(url, options);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('The host answered with something that is no JSON.');
  }
}

function parseXml(text) {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  return document.querySelector('parsererror') ? null : document;
}

function exceptionTexts(text) {
  const root = parseXml(text)?.documentElement;
  return root && /^(Service)?ExceptionReport$/.test(root.localName) ? exceptionsIn(root) : '';
}

/** The sentences of the exceptions in a part of a document. */
export function exceptionsIn(node) {
  const texts = [...descendants(node, 'ExceptionText'), ...descendants(node, 'ServiceException')];
  return texts.map((one) => one.textContent.trim()).join('\n') || 'The server gave no reason.';
}

/** Elements below a node by their name without prefix. */
export function descendants(node, name) {
  return [...node.getElementsByTagNameNS('*', name)];
}

/** The text of the first child element of that name; empty if there is none. */
export function childText(node, name) {
  const child = [...node.children].find((one) => one.localName === name);
  return child ? child.textContent.trim() : '';
}
