// Words and numbers of soil salinity, as the server's reports and styles have them.

const CLASSES = [
  { to: 2, title: 'non-saline', color: '#2C7BB6' },
  { to: 4, title: 'slightly saline', color: '#ABD9E9' },
  { to: 8, title: 'moderately saline', color: '#FFFFBF' },
  { to: 16, title: 'strongly saline', color: '#FDAE61' },
  { to: Infinity, title: 'very strongly saline', color: '#D7191C' },
];

const REASONS = [
  'has an estimate',
  'outside the image',
  'cloud or thick cirrus',
  'cloud shadow',
  'snow',
  'water',
  'green vegetation hides the soil',
  'defective or missing reflectance or covariate',
  'outside the region asked for',
  'thin or medium cirrus',
  'haze',
  "the product's test flags report reduced quality",
  "the product's pixel mask marks bands as defective",
  'dry vegetation hides the soil',
  'moist or covered with residue',
];

/** The class of an ECe in dS/m; a bound belongs to the class above it. */
export function classOf(ece) {
  return CLASSES.find((one) => ece < one.to);
}

/** The colour of a class in the style ece-classes. */
export function classColor(title) {
  return CLASSES.find((one) => one.title === title)?.color;
}

/** Why a pixel has no estimate, by the code in the band mask_reason of a result. */
export function reasonOf(code) {
  return REASONS[code] ?? `reason ${code}`;
}

/** A number with so many decimals and separated thousands. */
export function decimal(value, digits) {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** ECe with a precision that a laboratory would give. */
export function dSm(value) {
  return decimal(value, value < 100 ? 1 : 0);
}

/** A share as percent; small ones are told from none. */
export function percent(share) {
  return share > 0 && share < 0.001 ? '< 0.1 %' : `${decimal(100 * share, 1)} %`;
}
