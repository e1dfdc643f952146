/** Administrators and what people ask about their data: shown with its date, handled with a word to the person. */
import { type DataRequest, handleDataRequest, lockDataRequest, openDataRequests } from '#db/people/data-request.ts';
import { mayAdminister } from '#domain/directory/administer.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, MINUTE } from '#domain/time.ts';
import { parseText } from '#forms/fields.ts';
import { type FormHandler, type MemberTurn, on, pick, type Say } from '#runtime/handler.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { namedWithOffice } from '#text/people/address.ts';
import { dataHandled, dataReply, dataTexts, dataToHandle } from '#text/people/data.ts';
import { record } from '../admin/record.ts';
import { dataRequestsAction, handledAction } from './actions.ts';

export const dataRequestSay = (
  { reference: { directory }, now }: Pick<MemberTurn, 'reference' | 'now'>,
  request: DataRequest,
): Say => {
  const person = directory.people.get(request.personId);
  const by = person === undefined ? '' : namedWithOffice(directory, person, dateOf(now));
  // The term ends at 24:00: a minute before it is still the last day.
  const due = formatDue({ dayTerm: true, date: dateOf(request.due - MINUTE), due: request.due });
  return {
    lines: dataToHandle(request, by, due),
    choices: [[pick(handledAction, dataTexts.handled, { id: request.id })]],
  };
};

export const dataRequests = on(dataRequestsAction, async (turn) => {
  const open = await openDataRequests(turn.tx);
  const mine = open.filter((request) => mayHandle(turn, request).ok);
  return { say: mine.length === 0 ? [{ lines: dataTexts.none }] : mine.map((one) => dataRequestSay(turn, one)) };
});

const mayHandle = ({ reference, person, now }: MemberTurn, { personId }: DataRequest) =>
  mayAdminister(reference.directory, person.id, { kind: 'correct', personId }, dateOf(now));

const FORM = 'people.reply';

export const handleData = on(handledAction, async (_turn, { id }) => ({
  form: { kind: 'open', formId: FORM, subject: String(id), answers: {} },
}));

const requestFor = async (turn: MemberTurn, subject: string): Promise<Result<DataRequest>> => {
  const request = await lockDataRequest(turn.tx, Number(subject));
  if (request === null) return refused('data.none');
  const may = mayHandle(turn, request);
  return may.ok ? ok(request) : may;
};

export const replyHandler: FormHandler<DataRequest> = {
  form: {
    id: FORM,
    version: 1,
    fields: [
      {
        key: 'reply',
        label: dataTexts.replyLabel,
        ask: () => ({ lines: dataTexts.askReply, options: [] }),
        parse: parseText(),
      },
    ],
  },
  context: requestFor,
  complete: async (turn, open, request) => {
    const reply = String(open.answers.reply);
    const end = { kind: 'end', id: open.id } as const;
    await handleDataRequest(turn.tx, request.id, { by: turn.person.id, at: turn.now, reply });
    await record(turn, [{ kind: 'data_handled', data: { requestId: request.id, personId: request.personId } }]);
    const say = { lines: dataReply(request.kind, reply) };
    return { say: [{ lines: dataHandled }], notices: [{ to: request.personId, class: 'urgent', say }], form: end };
  },
};
