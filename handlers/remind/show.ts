/** /nhac: my reminder hours, what is silent, what I remind myself of; with words it sets a reminder. */

import { setDue } from '#db/due.ts';
import { endPersonal, lockFreePersonal, personalById, personalOf } from '#db/remind/personal-reminder.ts';
import { endMutes, hoursOf, mutesOf } from '#db/remind/reminding.ts';
import { refused } from '#domain/result.ts';
import { type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import {
  hoursAction,
  listenAction,
  listenDutyAction,
  personalAction,
  removePersonalAction,
} from '#src/notice/remind.ts';
import { descriptions } from '#text/commands.ts';
import { sayRefusal } from '#text/refusals.ts';
import { remindLines, remindTexts } from '#text/remind/words.ts';
import { noteDutyMute } from './matter.ts';
import { noteMute } from './note-mute.ts';
import { openPersonal } from './personal.ts';

const showMine = async (turn: MemberTurn): Promise<Outcome> => {
  const me = turn.person.id;
  const [hours, mutes, personal] = await Promise.all([
    hoursOf(turn.tx, [me]),
    mutesOf(turn.tx, [me], turn.now),
    personalOf(turn.tx, me),
  ]);
  const choices = [
    [pick(hoursAction, remindTexts.hours, {}), pick(personalAction, remindTexts.add, { words: '' })],
    ...mutes.map(({ requestId, dutyId, name }) => [
      ...(requestId === null ? [] : [pick(listenAction, remindTexts.listen(name), { requestId, code: name })]),
      ...(dutyId === null ? [] : [pick(listenDutyAction, remindTexts.listen(name), { dutyId, title: name })]),
    ]),
    ...personal.map(({ id, words }) => [pick(removePersonalAction, remindTexts.remove(words), { id })]),
  ];
  return { say: [{ lines: remindLines({ hours: hours.get(me) ?? null, mutes, personal }), choices }], inPrivate: true };
};

export const remindCommand: Command = {
  word: 'nhac',
  aliases: ['nhac viec'],
  // Without the slash it is a sentence, and the reader says what it wants.
  takesWords: false,
  inMenu: true,
  description: descriptions.nhac,
  places: ['private'],
  run: (turn, words) => (words.trim() === '' ? showMine(turn) : openPersonal(turn, words)),
};

export const listen = on(listenAction, async (turn, { requestId, code }) => {
  const was = await endMutes(turn.tx, turn.person.id, { requestId });
  if (!was) return { toast: sayRefusal(refused('remind.gone')).join(' ') };
  await noteMute(turn, requestId, { kind: 'reminder_unmuted', partId: null, data: {} });
  return { toast: remindTexts.listening(code) };
});

export const listenDuty = on(listenDutyAction, async (turn, { dutyId, title }) => {
  const was = await endMutes(turn.tx, turn.person.id, { dutyId });
  if (!was) return { toast: sayRefusal(refused('remind.gone')).join(' ') };
  await noteDutyMute(turn, dutyId, { kind: 'duty_unmuted', data: {} });
  return { toast: remindTexts.listening(title) };
});

export const removePersonal = on(removePersonalAction, async (turn, { id }) => {
  const [own] = await personalById(turn.tx, await lockFreePersonal(turn.tx, [id]));
  const [gone] = own?.personId === turn.person.id ? await endPersonal(turn.tx, [id], 'removed') : [];
  if (gone === undefined) return { toast: sayRefusal(refused('remind.gone')).join(' ') };
  await setDue(turn.tx, 'personal', [{ subjectId: id, at: null }]);
  return { toast: remindTexts.removed };
});
