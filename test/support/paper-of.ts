/** The last document that came into a person's chat. */
import { textOf, unzip, wordsOf } from './unzip.ts';
import type { Voice } from './voice.ts';

export type CamePaper = {
  readonly name: string;
  readonly text: string;
  /** The foot of its pages. */
  readonly foot: string;
};

export const paperOf = (who: Voice): CamePaper => {
  const found = who.looks().findLast(({ file }) => file?.name.endsWith('.docx'))?.file;
  if (found === undefined || found === null) throw new Error('no document came');
  const foot = [...unzip(found.bytes)].find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
  return { name: found.name, text: wordsOf(found.bytes), foot: textOf(foot).trim() };
};
