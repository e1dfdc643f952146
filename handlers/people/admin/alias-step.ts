/** Another name in the directory: whether it can be told from all others, and its writing. */
import { deleteAlias, insertAlias } from '#db/directory/alias.ts';
import type { AliasStep, AliasTarget } from '#domain/directory/alias.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { knownTo } from '#handlers/known.ts';
import { type AliasFault, aliasFault } from '#reading/names/alias-fault.ts';
import type { Name } from '#reading/names/lexicon.ts';
import { plainKey } from '#reading/names/plain-key.ts';
import type { Known } from '#reading/understand.ts';
import type { MemberTurn } from '#runtime/handler.ts';
import { aliasKinds } from '#text/people/alias.ts';
import { requestTypes, urgencies } from '#text/request/words.ts';
import { record } from './record.ts';

/** Judged again when it is written: a unit or another name may have come since it was proposed. */
export const applyAlias = async (turn: MemberTurn, step: AliasStep, by: number): Promise<Result<null>> => {
  const { kind, target, name } = step;
  if (kind === 'add_alias') {
    const sound = checkAlias(turn.reference, await knownTo(turn), step);
    if (!sound.ok) return sound;
    await insertAlias(turn.tx, { ...target, name }, plainKey(name));
  } else await deleteAlias(turn.tx, name);
  const data = { ...target, aliasKind: target.kind, name, of: step.of, askedBy: by };
  await record(turn, [{ kind: kind === 'add_alias' ? 'alias_added' : 'alias_dropped', data }]);
  return ok(null);
};

const LONGEST = 60;

export const checkAlias = (reference: Reference, known: Known, { name, target, of }: AliasStep): Result<null> => {
  if (name.length > LONGEST) return refused('alias.length');
  const person = [...reference.directory.people.values()].find((one) => isOfPerson(one.name, name));
  if (person !== undefined) return refused('alias.person', { name, by: person.name });
  const fault = aliasFault(name, target, known);
  return fault === null ? ok(null) : refusalOf(fault, name, of);
};

/** In full, or as colleagues are called. */
const isOfPerson = (person: string, name: string): boolean => {
  const [whole, alias] = [plainKey(person), plainKey(name)];
  return whole === alias || whole.split(' ').at(-1) === alias;
};

const refusalOf = (fault: AliasFault, name: string, of: string) => {
  switch (fault.kind) {
    case 'short':
      return refused('alias.length');
    case 'has':
      return refused('alias.has', { name, by: of });
    case 'taken':
    case 'near':
      return refused(`alias.${fault.kind}`, { name, by: nameWords(fault.by) });
    default:
      return refused('alias.language', { name, reason: fault.kind });
  }
};

const nameWords = (name: Name): string => {
  switch (name.kind) {
    case 'unit':
      return `${aliasKinds.unit} ${name.unit.name}`;
    case 'group':
      return name.group.name;
    case 'zone':
      return `${aliasKinds.zone} ${name.zone.name}`;
    case 'field':
      return `${aliasKinds.field} ${name.field.name}`;
    case 'enterprise':
      return `${aliasKinds.enterprise} ${name.enterprise.name}`;
    case 'type':
      return `${aliasKinds.type} ${requestTypes[name.type]}`;
    case 'urgency':
      return `${aliasKinds.urgency} ${urgencies[name.urgency]}`;
  }
};

/** The name by which screens call it; null when it is not there. */
export const targetName = (reference: Reference, { kind, subject }: AliasTarget): string | null => {
  const { directory, zones, fields, enterprises } = reference;
  const all: Readonly<Record<AliasTarget['kind'], () => string | undefined>> = {
    unit: () => directory.unitsByCode.get(subject)?.name,
    zone: () => [...zones.values()].find(({ code }) => code === subject)?.name,
    field: () => [...fields.values()].find(({ code }) => code === subject)?.name,
    enterprise: () => [...enterprises.values()].find(({ taxCode }) => taxCode === subject)?.name,
    type: () => Object.entries(requestTypes).find(([type]) => type === subject)?.[1],
    urgency: () => Object.entries(urgencies).find(([urgency]) => urgency === subject)?.[1],
  };
  return all[kind]() ?? null;
};
