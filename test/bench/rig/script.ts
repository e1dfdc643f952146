/** What one person does all day: looks at his work, opens a request, files a new one; each step follows from the last answer. */
import type { Answer, Said } from './platform.ts';

export type Script = Generator<Said, never, Answer>;

const text = (words: string): Said => ({ kind: 'text', text: words });

/** @param start people begin at different points, so that all steps are under way at any time */
export function* workday(code: string, start: number): Script {
  for (let round = start; ; round += 1) {
    if (round % 3 === 0) yield* readList();
    else if (round % 3 === 1) yield text(`/xem ${code}`);
    else yield* fileOne(round);
  }
}

function* readList(): Generator<Said, void, Answer> {
  const list = yield text('/viec');
  const [first] = list.buttons;
  if (first !== undefined) yield { kind: 'press', token: first.token };
}

export const SEND = 'Gửi';

function* fileOne(round: number): Generator<Said, void, Answer> {
  const summary = yield* fillDraft(`Kiểm tra an toàn phòng cháy, chữa cháy lần ${round}`);
  yield { kind: 'press', token: tokenOf(summary, SEND) };
}

/** Up to the summary, by the first option of each question. */
export function* fillDraft(subject: string): Generator<Said, Answer, Answer> {
  yield text('/yeucau');
  let shown = yield text(subject);
  for (let left = 10; left > 0; left -= 1) {
    if (shown.buttons.some((button) => button.label === SEND)) return shown;
    const [first] = shown.buttons;
    if (first === undefined) throw new Error(`a question without options: ${shown.text}`);
    shown = yield { kind: 'press', token: first.token };
  }
  throw new Error('the form does not come to its end');
}

export const tokenOf = ({ buttons, text: words }: Answer, label: string): string => {
  const found = buttons.find((button) => button.label === label);
  if (found === undefined) throw new Error(`no button ${label} on: ${words}`);
  return found.token;
};
