/** `cli deadline`: one question a line, one answer a line, as they come. */
import { referenceStore } from '#db/directory/reference.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { sayRefusal } from '#text/refusals.ts';
import { type Context, defineCommand, type Outcome, printed, refuse } from './command.ts';
import { withData } from './database.ts';
import { answerDeadline } from './deadline.ts';

export const deadlineCommand = defineCommand('', {}, async (context) => {
  let calendar: Calendar | null = null;
  const read = await withData(context, async ({ db }) => {
    ({ calendar } = await referenceStore(db).latest());
    return printed;
  });
  // The database is let go before the first line: whoever asks may keep us open for long.
  return calendar === null ? read : answerAll(context, calendar);
});

const answerAll = async (context: Context, calendar: Calendar): Promise<Outcome> => {
  let refusal: string | null = null;
  for await (const line of context.input()) {
    const answer = answerDeadline(calendar, line);
    const error = answer.ok ? null : sayRefusal(answer).join(' ');
    // A line in is a line out, so that whoever asks many can match them.
    await context.print(JSON.stringify(answer.ok ? answer.value : { error }));
    refusal ??= error;
  }
  return refusal === null ? printed : refuse(refusal);
};
