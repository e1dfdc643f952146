/** Who hears of an act: the audiences of a decision as people, each with the buttons he may press. */
import { chiefsOf, type Directory, deskOf, headsOf, leadersOf, type PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { ActName } from '#domain/request/acts.ts';
import type { Audience, Decision } from '#domain/request/decision.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { Notice } from '#runtime/handler.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { toldLines } from '#text/request/acts.ts';

export type Done = {
  readonly reference: Reference;
  readonly act: ActName;
  readonly actor: PersonId;
  readonly before: Dossier;
  readonly after: Dossier;
  readonly part: Part | null;
  readonly decision: Decision;
  readonly now: Millis;
};

export const noticesOf = (done: Done): readonly Notice[] => {
  const { reference, after, part, actor, act, now } = done;
  const day = dateOf(now);
  const people = new Set(done.decision.told.flatMap((audience) => audienceOf(done, audience, day)));
  people.delete(actor);
  const partAfter = after.parts.find((one) => one.id === part?.id) ?? null;
  const told = {
    ...{ directory: reference.directory, request: after.request, part: partAfter, actor },
    remark: done.decision.answer?.remark ?? null,
  };
  return [...people].map((to) => ({
    to,
    class: 'urgent',
    say: {
      lines: toldLines(act, told),
      choices: noticeChoices(to, { directory: reference.directory, dossier: after, part: partAfter, now }),
    },
  }));
};

const audienceOf = (done: Done, audience: Audience, day: IsoDate): readonly PersonId[] => {
  const { reference, before, after, part } = done;
  const { directory } = reference;
  const holderAfter = after.parts.find((one) => one.id === part?.id)?.holderId;
  switch (audience) {
    case 'filer':
      return [after.request.filerId];
    case 'holder':
      return holderAfter === null || holderAfter === undefined ? [] : [holderAfter];
    case 'previous_holder':
      return part?.holderId === null || part === null ? [] : [part.holderId];
    case 'author':
      return part?.answer === null || part === null ? [] : [part.answer.authorId];
    case 'desk':
      return part === null ? [] : deskOf(directory, part.unitId, day);
    case 'leaders':
      return part === null ? [] : approversOf(directory, part, day);
    case 'asking_chiefs':
      return chiefsOf(directory, after.request.askingUnitId, day);
    case 'all':
      return [
        after.request.filerId,
        ...chiefsOf(directory, after.request.askingUnitId, day),
        ...before.parts.flatMap((one) => [
          ...deskOf(directory, one.unitId, day),
          ...(one.holderId === null ? [] : [one.holderId]),
        ]),
      ];
    default:
      return audience satisfies never;
  }
};

const approversOf = (directory: Directory, part: Part, day: IsoDate): readonly PersonId[] => [
  ...leadersOf(directory, part.unitId, day),
  ...(directory.units.get(part.unitId)?.headApproves === true ? headsOf(directory, part.unitId, day) : []),
];
