/** The subject of a text that is too long to be one: of a letter, or of a message that was passed on. */
import type { IsoDate } from '#domain/time.ts';
import { typed } from './typed.ts';
import { type Known, type Understood, understand } from './understand.ts';

/** Its own heading; else the sentence that asks a unit for something; null where there is neither. */
export const subjectOfLetter = (letter: string, known: Known): string | null => {
  const heading = HEADING.exec(letter.normalize('NFC'))?.[1]?.trim();
  if (heading !== undefined) return heading;
  for (const sentence of letter.split(/(?<=[.;!?])\s+|\n+/)) {
    const asking = askingIn(typed(sentence).clean);
    if (asking === null) continue;
    const { grounds } = understand(asking, known, 'file');
    if (grounds.words.units !== undefined && grounds.matter !== '') return grounds.matter;
  }
  return null;
};

const HEADING = /(?:^|\n)[^\S\n]*(?:v\/v|về việc|ve viec|trích yếu|trich yeu)[^\S\n]*:?[^\S\n]*([^\n]{8,})/iu;

/** From the last verb of asking on: grounds and who asks stand before it. */
const askingIn = (sentence: string): string | null => {
  const { plain } = typed(sentence);
  const at = Math.max(...['de nghi ', 'yeu cau ', 'kinh mong ', 'nho ', 'moi '].map((verb) => plain.lastIndexOf(verb)));
  return at < 0 ? null : sentence.slice(at);
};

/** Days by words that another day reads otherwise (`thứ Tư tuần sau`), as they stand in the matter. */
export const relativeDays = ({ times }: Understood): readonly { readonly text: string; readonly date: IsoDate }[] =>
  times.flatMap((time) =>
    time.kind === 'date' && time.role === 'plain' && !DATED.test(typed(time.text).plain)
      ? [{ text: time.text, date: time.date }]
      : [],
  );

const DATED = /\d ?[/.-] ?\d|\bthang\b/;
