// Makes elements. Texts only ever become text nodes, so that nothing a server says is read as markup.

const NOTICE_MS = 8000;
const SVG = 'http://www.w3.org/2000/svg';

/** An element with properties, or attributes where there is a dash, and children that are elements or texts. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...children);
  return element;
}

/** A line drawing of 16 by 16 for a button. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** The element of the page with this id. */
export function byId(id) {
  return document.getElementById(id);
}

let vanishing;

/** Says something to everybody: a line on the map, for a while, that screen readers read out. */
export function announce(text) {
  clearTimeout(vanishing);
  byId('notice').textContent = text;
  vanishing = setTimeout(() => (byId('notice').textContent = ''), NOTICE_MS);
}
