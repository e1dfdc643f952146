import { readFileSync } from 'node:fs';
import { answerUnderstand } from '#src/cli/understand.ts';
import { at } from '#test/unit/calendar/sample.ts';
import { known } from './sample.ts';

const k = known(at('2026-11-24 09:00'));
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const r: any = answerUnderstand(line, k);
  const o: any = {};
  for (const [a, b] of Object.entries(r))
    if (b !== null && (b as any).length !== 0)
      o[a] =
        a === 'times'
          ? (b as any)
              .map((t: any) => t.text + '=' + (t.date ?? t.from ?? t.candidates) + (t.time ?? t.to ?? ''))
              .join(';')
          : b;
  console.log(line, '\n    ', JSON.stringify(o));
}
