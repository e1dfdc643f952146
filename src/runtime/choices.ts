/** Pure: finds which of the shown choices typed words mean, and gives choices their stored form. */
import type { StoredChoice } from '#db/choice.ts';
import type { Message, ShownChoice } from '#message/outbound.ts';
import { key } from '#text/key.ts';
import type { Say } from './handler.ts';

/** The number, the exact label, or a part of it that only one label has. */
export const chosenBy = (shown: readonly StoredChoice[], words: string): StoredChoice | null => {
  const wanted = key(words);
  if (wanted === '') return null;
  if (/^\d{1,3}$/.test(wanted)) return shown.find((choice) => choice.position === Number(wanted)) ?? null;
  const exact = shown.filter((choice) => key(choice.label) === wanted);
  if (exact.length === 1) return exact[0] ?? null;
  // Shorter words turn up in too many labels to be meant as one.
  if (wanted.length < 3) return null;
  const partial = shown.filter((choice) => key(choice.label).includes(wanted));
  return partial.length === 1 ? (partial[0] ?? null) : null;
};

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
