/** `cli deadline`: one question a line, one answer a line, as they come. */
import { referenceStore } from '#db/reference.ts';
import { sayRefusal } from '#text/refusals.ts';
import { defineCommand, printed, refuse } from './command.ts';
import { withData } from './database.ts';
import { answerDeadline } from './deadline.ts';

export const deadlineCommand = defineCommand('', {}, (context) =>
  withData(context, async ({ db }) => {
    const { calendar } = await referenceStore(db).latest();
    let refusal: string | null = null;
    for await (const line of context.input()) {
      const answer = answerDeadline(calendar, line);
      const error = answer.ok ? null : sayRefusal(answer).join(' ');
      // A line in is a line out, so that whoever asks many can match them.
      await context.print(JSON.stringify(answer.ok ? answer.value : { error }));
      refusal ??= error;
    }
    return refusal === null ? printed : refuse(refusal);
  }),
);
