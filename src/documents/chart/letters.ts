/** How wide words are in the font that comes with us, as nearly as a picture needs: without a screen nothing measures them. */

/** Shares of the letters' height; marks over and under a letter take no room. */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[ijlI .,;:·'|]/, 0.28],
  [/[frtJ/()]/, 0.42],
  [/[mwMWOQCG…%]/, 0.86],
  [/[A-Z\u01100-9–]/, 0.69],
];
const OTHERS = 0.6;

export const widthOf = (text: string, size: number): number => {
  let width = 0;
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, ''))
    width += CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS;
  return width * size;
};

/** Words as lines, none wider than `room`; what does not fit in so many lines ends in dots. */
export const wrap = (text: string, { room, size, most }: Room): string => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines.join('\n');
  const shown = lines.slice(0, most);
  shown[most - 1] = `${shown[most - 1]}…`;
  return shown.join('\n');
};

type Room = { readonly room: number; readonly size: number; readonly most: number };

export const linesIn = (text: string): number => text.split('\n').length;
