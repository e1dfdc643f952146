/**
 * What no person may read: words of another language, leaks of the machine, errors. A word counts as Vietnamese when it
 * has a letter that only Vietnamese has, or the form of a Vietnamese syllable; a list names the few others that are in
 * administrative use.
 */

/** Never, in any text, whatever stands around it. */
const LEAKS =
  /\b(undefined|null|NaN|true|false|Infinity)\b|\[object|\bat \w+ \(|Error\b|=>|\bSELECT\b|\{\{|\$\{|\bnode:/;

const INITIAL = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx]';
const VOWELS =
  'oai|oay|oeo|uay|uya|uyu|uye|ieu|yeu|uoi|uou|oao|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ya|ye|[aeiouy]';
const FINAL = 'ch|ng|nh|[cmnpt]';
const SYLLABLE = new RegExp(`^(${INITIAL})?(${VOWELS})(${FINAL})?$`);

/** Of syllable form, and yet never Vietnamese where they stand without a mark. */
const ENGLISH = new Set(['the', 'not', 'you', 'no', 'this', 'to', 'in', 'on', 'at', 'me', 'be', 'go', 'one', 'then']);

/** Names and abbreviations that officials read every day. */
const KNOWN = new Set(
  'telegram zalo bot oa menu start excel email web fax pdf docx xlsx jpg png kcn ubnd hđnd pccc cnch qlda cntt hiza hanssip tnhh word powerpoint opendocument txt csv video mb usd vnd fdi bb bc ds tm kt tl đkt đttr cloud enable'.split(
    ' ',
  ),
);

/** @param own words that people of the test, or the sample data, brought in themselves */
export const foreignIn = (text: string, own: readonly string[] = []): readonly string[] => {
  const leaks = LEAKS.exec(text);
  const brought = new Set(own.flatMap(wordsOf));
  const words = wordsOf(text).filter((word) => !brought.has(word) && !isVietnamese(word));
  return [...(leaks === null ? [] : [leaks[0]]), ...words];
};

/** Commands, codes, file names, addresses and names of settings are no words. */
const wordsOf = (text: string): string[] =>
  text
    .replace(
      /\/[\w-]+|https?:\S+|\S*\d\S*|[A-Z]+(?:_[A-Z]+)+|(?:[A-Z\d]{4}-){3}[A-Z\d]{4}|[\w-]+\.(?:pdf|jpg|png|docx|xlsx)/gu,
      ' ',
    )
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.normalize('NFC').toLowerCase());

const isVietnamese = (word: string): boolean => {
  if (KNOWN.has(word)) return true;
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  // Roman numerals, and letters that stand for something.
  if (/^[ivx]+$/.test(word) || plain.length === 1) return true;
  return SYLLABLE.test(plain) && !ENGLISH.has(word);
};
