/** Breaks words into lines: without a screen nothing measures them for us. */

/** At most so many letters a line and so many lines; what does not fit ends in dots. */
export const wrap = (text: string, letters: number, most: number): string => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most ? lines.join('\n') : `${lines.slice(0, most).join('\n')}…`;
};

export const linesIn = (text: string): number => text.split('\n').length;
