// The Web Processing Service 1.0.0: descriptions, executions and how they stand.

import { address, askForJson, askForXml, childText, descendants, exceptionsIn, onThisHost } from './http.js';

const WPS = 'http://www.opengis.net/wps/1.0.0';
const OWS = 'http://www.opengis.net/ows/1.1';

function query(request, more) {
  return address('wps', { service: 'WPS', version: '1.0.0', request, ...more });
}

/** What a process is and takes. */
export async function describeProcess(identifier) {
  const [process] = descendants(await askForXml(query('DescribeProcess', { identifier })), 'ProcessDescription');
  return {
    title: childText(process, 'Title'),
    help: childText(process, 'Abstract'),
    inputs: descendants(process, 'Input').map(describeInput),
  };
}

function describeInput(input) {
  const [range] = descendants(input, 'Range');
  return {
    name: childText(input, 'Identifier'),
    title: childText(input, 'Title'),
    help: childText(input, 'Abstract'),
    required: input.getAttribute('minOccurs') !== '0',
    repeated: Number(input.getAttribute('maxOccurs')) > 1,
    geometry: descendants(input, 'ComplexData').length > 0,
    type: (descendants(input, 'DataType')[0]?.textContent ?? '').replace(/^.*:/, ''),
    values: descendants(input, 'AllowedValues').flatMap((all) => descendants(all, 'Value')).map((v) => v.textContent),
    minimum: range ? childText(range, 'MinimumValue') : '',
    maximum: range ? childText(range, 'MaximumValue') : '',
    preset: descendants(input, 'DefaultValue')[0]?.textContent ?? '',
  };
}

/** The models of the server. */
export function listModels() {
  return askForJson(query('Execute', { identifier: 'deepsalt:ListModels', RawDataOutput: 'models' }));
}

/** The card of a model. */
export function describeModel(model) {
  return askForJson(query('Execute', {
    identifier: 'deepsalt:DescribeModel', DataInputs: `model=${model}`, RawDataOutput: 'card',
  }));
}

/** Starts an execution; inputs are pairs of a description and a value, outputs {name, reference}. */
export async function execute(identifier, inputs, outputs) {
  return readStatus(await askForXml(...post(executeDocument(identifier, inputs, responseDocument(outputs)))));
}

/** Waits for a JSON output of a short execution. */
export function executeForJson(identifier, inputs, output) {
  const form = (add, parent) => add(add(parent, WPS, 'wps:RawDataOutput'), OWS, 'ows:Identifier', {}, output);
  return askForJson(...post(executeDocument(identifier, inputs, form)));
}

function post(xml) {
  const body = new XMLSerializer().serializeToString(xml);
  return [address('wps', {}), { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body }];
}

function responseDocument(outputs) {
  return (add, parent) => {
    const response = add(parent, WPS, 'wps:ResponseDocument', { storeExecuteResponse: 'true', status: 'true' });
    for (const { name, reference } of outputs) {
      add(add(response, WPS, 'wps:Output', { asReference: reference }), OWS, 'ows:Identifier', {}, name);
    }
  };
}

function executeDocument(identifier, inputs, responseForm) {
  const xml = document.implementation.createDocument(WPS, 'wps:Execute');
  const add = (parent, namespace, name, attributes = {}, text = '') => {
    const child = parent.appendChild(xml.createElementNS(namespace, name));
    Object.entries(attributes).forEach(([key, value]) => child.setAttribute(key, value));
    child.textContent = text;
    return child;
  };
  const root = xml.documentElement;
  root.setAttribute('service', 'WPS');
  root.setAttribute('version', '1.0.0');
  add(root, OWS, 'ows:Identifier', {}, identifier);
  const all = add(root, WPS, 'wps:DataInputs');
  for (const [input, value] of inputs) {
    const one = add(all, WPS, 'wps:Input');
    add(one, OWS, 'ows:Identifier', {}, input.name);
    const data = add(one, WPS, 'wps:Data');
    if (input.geometry) {
      add(data, WPS, 'wps:ComplexData', { mimeType: 'application/wkt' }, value);
    } else {
      add(data, WPS, 'wps:LiteralData', {}, value);
    }
  }
  responseForm(add, add(root, WPS, 'wps:ResponseForm'));
  return xml;
}

/** How an execution stands, from the address that its start gave. */
export async function status(location) {
  return readStatus(await askForXml(location));
}

/** Stops an execution. */
export async function dismiss(location) {
  await askForXml(query('Dismiss', { executionId: location.searchParams.get('executionId') }));
}

function readStatus(response) {
  const root = response.documentElement;
  const location = root.getAttribute('statusLocation');
  const state = descendants(response, 'Status')[0]?.firstElementChild;
  return {
    phase: state?.localName.replace(/^Process/, '').toLowerCase() ?? 'failed',
    percent: Number(state?.getAttribute('percentCompleted') ?? 0),
    text: state?.localName === 'ProcessFailed' ? exceptionsIn(state) : (state?.textContent.trim() ?? ''),
    location: location ? onThisHost(location) : null,
    outputs: new Map(descendants(response, 'Output').map(readOutput)),
  };
}

function readOutput(output) {
  const [reference] = descendants(output, 'Reference');
  const [data] = descendants(output, 'Data');
  const href = reference?.getAttribute('href');
  return [childText(output, 'Identifier'), { text: data?.textContent ?? '', href: href ? onThisHost(href).href : '' }];
}
