/** Pure: finds which of the shown choices typed words mean, and gives choices their stored form. */
import type { StoredChoice } from '#db/chat/choice.ts';
import type { Message, ShownChoice } from '#message/outbound.ts';
import { key } from '#text/key.ts';
import type { Say } from './handler.ts';

/** The number, the exact label, or a part of it that only one label has. */
export const chosenBy = (shown: readonly StoredChoice[], words: string): StoredChoice | null => {
  const wanted = key(words);
  if (wanted === '') return null;
  if (/^\d{1,3}$/.test(wanted)) return shown.find((choice) => choice.position === Number(wanted)) ?? null;
  // Marks, where they are typed, tell thường from thượng: as it is spelled comes first.
  return chosenAs(spelled, shown, words) ?? chosenAs(key, shown, words);
};

/** Shorter words turn up in too many labels to be meant as one. */
const SHORTEST_PART = 3;

const chosenAs = (
  read: (words: string) => string,
  shown: readonly StoredChoice[],
  words: string,
): StoredChoice | null => {
  const wanted = read(words);
  const onlyOne = (fits: (label: string) => boolean): StoredChoice | null => {
    const found = shown.filter(({ label }) => fits(label));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  return (
    onlyOne((label) => read(label) === wanted) ??
    // Thường (7 ngày làm việc): what stands in brackets explains.
    onlyOne((label) => read(label.replace(/ \(.*$/s, '')) === wanted) ??
    // A written command is no piece of a label.
    (wanted.length < SHORTEST_PART || wanted.startsWith('/')
      ? null
      : // Whole words first: "yen" stands in every "nguyen" too.
        (onlyOne((label) => wordsOf(read(label)).includes(wordsOf(wanted))) ??
        onlyOne((label) => read(label).includes(wanted))))
  );
};

const wordsOf = (text: string): string => ` ${text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;

const spelled = (words: string): string => words.normalize('NFC').trim().toLowerCase();

export type Minted = { readonly message: Message; readonly stored: readonly StoredChoice[] };

/** Gives each choice its token; positions count on through the rows, as they are numbered on screen. */
export const mint = (say: Say, setId: number, personId: number | null, newToken: () => string): Minted => {
  const stored: StoredChoice[] = [];
  const rows = (say.choices ?? []).map((row) =>
    row.map((choice): ShownChoice => {
      const token = newToken();
      const position = stored.length + 1;
      stored.push({
        token,
        setId,
        position,
        personId,
        label: choice.label,
        action: choice.action,
        params: choice.params,
      });
      return { token, label: choice.label };
    }),
  );
  const message: Message = {
    lines: [...say.lines],
    choices: rows.filter((row) => row.length > 0),
    files: [...(say.files ?? [])],
    asks: say.asks ?? false,
  };
  return { message, stored };
};
