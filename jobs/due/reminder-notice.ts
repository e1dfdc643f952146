/** What is due for one person at one moment, as one message. */
import type { LoadedDossier } from '#db/request.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import type { ReminderKind } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { type Choice, type Notice, pick } from '#runtime/handler.ts';
import { receivedAction, showAction } from '#src/notice/actions.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { reminderHead, reminderLines } from '#text/request/reminders.ts';
import { texts } from '#text/request/screens.ts';
import type { DueCase } from './due-case.ts';

export type Item = {
  readonly to: PersonId;
  readonly dossier: LoadedDossier;
  readonly part: Part;
  readonly kind: ReminderKind;
  /** The important notice behind it, to be received; null: it is said once. */
  readonly noticeId: number | null;
};

export const noticeFor = (on: DueCase, to: PersonId, items: readonly Item[]): Notice => {
  const { directory } = on.reference;
  const [only, ...more] = items;
  const isSingle = only !== undefined && more.length === 0;
  return {
    to,
    class: 'reminder',
    say: {
      lines: [
        reminderHead(items.length),
        ...items.flatMap(({ dossier, part, kind }) => [
          ...(isSingle ? [] : ['']),
          ...reminderLines(directory, dossier.request, part, kind),
        ]),
      ],
      choices: isSingle ? singleChoices(on, only) : items.map((item) => listedChoices(item)),
    },
    ...(isSingle ? { partId: only.part.id } : {}),
  };
};

const singleChoices = (on: DueCase, item: Item): readonly (readonly Choice[])[] => {
  const { dossier, part } = item;
  const open = noticeChoices(item.to, { reference: on.reference, dossier, part, now: on.now });
  return [receivedChoice(item, texts.received), ...open];
};

/** Several matters in one message: each is a tap from its card, and named by its code. */
const listedChoices = (item: Item): readonly Choice[] => {
  const { id: requestId, code } = item.dossier.request;
  return [pick(showAction, code, { requestId }), ...receivedChoice(item, `${texts.received} ${code}`)];
};

const receivedChoice = ({ noticeId, dossier }: Item, label: string): readonly Choice[] =>
  noticeId === null ? [] : [pick(receivedAction, label, { noticeId, requestId: dossier.request.id })];
