/** Thay đổi thành viên: which change, of whom, by whom, in which role. */
import { ok, refused } from '#domain/result.ts';
import { MEMBER_CHANGES } from '#domain/team/members.ts';
import { memberOf, TEAM_ROLES } from '#domain/team/team.ts';
import type { Answers, Option } from '#forms/define.ts';
import { parseOption } from '#forms/fields.ts';
import { personIn } from '#text/people-in.ts';
import { memberChanges, memberQuestions as questions } from '#text/team/members.ts';
import { teamRoles } from '#text/team/words.ts';
import type { TeamActContext } from './act-context.ts';
import { field } from './act-field.ts';

const changeOptions: readonly Option[] = MEMBER_CHANGES.map((value) => ({ label: memberChanges[value], value }));

const change = field('change', {
  label: questions.change.label,
  ask: () => ({ lines: questions.change.ask, options: changeOptions.map((option) => [option]) }),
  parse: (input) => parseOption(input, changeOptions),
});

const old = field('old', {
  label: questions.old.label,
  when: (answers) => answers.change !== 'add',
  ask: (_answers, context) => ({ lines: questions.old.ask, options: memberOptions(context).map((option) => [option]) }),
  parse: (input, _answers, context) => parseOption(input, memberOptions(context)),
});

const memberOptions = ({ team, reference: { directory } }: TeamActContext): readonly Option[] =>
  team.members.map((member) => ({ label: questions.member(directory, member), value: member.personId }));

const person = field('person', {
  label: questions.person.label,
  when: ({ change: kind }) => kind === 'add' || kind === 'replace',
  ask: () => ({ lines: questions.person.ask, options: [] }),
  parse: (input, _answers, { team, reference: { directory }, day, both }) => {
    if (input.kind !== 'text') return refused('field.text_missing');
    const found = personIn(directory, input.text, day);
    if (!found.ok) return found;
    if (both.includes(found.value)) return refused('team.own_place');
    return memberOf(team, found.value) === null ? ok(found.value) : refused('team.member_twice');
  },
});

const role = field('role', {
  label: questions.role.label,
  when: ({ change: kind }) => kind === 'add' || kind === 'role',
  ask: (answers, context) => ({ lines: questions.role.ask, options: [roleOptions(answers, context)] }),
  parse: (input, answers, context) => parseOption(input, roleOptions(answers, context)),
});

/** All but the one he has. */
const roleOptions = ({ change: kind, old: personId }: Answers, { team }: TeamActContext): readonly Option[] => {
  const now = kind === 'role' && typeof personId === 'number' ? memberOf(team, personId)?.role : undefined;
  return TEAM_ROLES.filter((value) => value !== now).map((value) => ({ label: teamRoles[value], value }));
};

export const memberFields = [change, old, person, role];
