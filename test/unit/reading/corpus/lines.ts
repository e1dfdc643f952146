/**
 * A corpus is lines of `sentence => what it says`. Times stand in order: `2026-12-15`, `2026-12-15 17:00`,
 * `2026-10-01..2026-10-31`, `?2026-11-24,2026-12-01` for one that must be asked about, `-` for none. Slots are
 * `name=value`, several units with `+`, and `intent=file` is one of them. `[2027-01-05 08:00]` before a sentence is
 * another reference moment than the usual one.
 */
import type { Millis } from '#domain/time.ts';
import { at } from '#test/unit/calendar/sample.ts';

export type Expected = Readonly<Record<string, string>>;
export type Sentence = { readonly text: string; readonly now: Millis; readonly expected: Expected };

/** A Tuesday, and a holiday. */
const USUAL = '2026-11-24 09:00';

export const lines = (corpus: string): readonly Sentence[] =>
  corpus
    .trim()
    .split('\n')
    .map((line) => {
      const [said = '', meant = ''] = line.split(' => ');
      const [, now, text] = /^(?:\[([\d :-]+)\] )?(.*)$/.exec(said.trim()) ?? [];
      return { text: text ?? '', now: at(now ?? USUAL), expected: expectedOf(meant.trim()) };
    });

const expectedOf = (meant: string): Expected => {
  const expected: Record<string, string> = {};
  const times: string[] = [];
  for (const part of meant.split(/ ;? ?(?=\S+=)|; /)) {
    const [name = '', value] = part.split('=');
    if (value === undefined) times.push(part.trim());
    else expected[name] = value.trim();
  }
  if (times.length > 0) expected.times = times[0] === '-' ? '' : times.join('; ');
  return expected;
};
