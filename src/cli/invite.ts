/** `cli invite`: a person of the directory and his one-time code, with links that carry it. */
import { z } from 'zod';
import { referenceStore } from '#db/directory/reference.ts';
import { invite } from '#db/people/invite.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { checkDays, checkInvitee } from '#domain/directory/invitation.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { DAY, dateOf, type IsoDate } from '#domain/time.ts';
import { hashOfCode, newCode } from '#src/ids.ts';
import { texts } from '#text/cli.ts';
import { slugOf } from '#text/key.ts';
import { defineCommand, done, refuseBy } from './command.ts';
import { withData } from './database.ts';
import { linksFor } from './links.ts';

type NewInvitee = Extract<Parameters<typeof invite>[1]['invitee'], { kind: 'new' }>;
type Asked = {
  readonly unit: string;
  readonly role: string;
  readonly name: string;
  readonly title?: string | undefined;
};

const newPerson = { unit: z.string(), role: z.string(), name: z.string(), title: z.string().optional() };

export const inviteCommand = defineCommand(
  '(--unit U --role R --name N [--title T] | --person KEY) [--days 7]',
  { ...z.object(newPerson).partial().shape, person: z.string().optional(), days: z.string().default('7') },
  async (context, { person, days: daysAsked, ...asked }) => {
    const wanted = z.object(newPerson).safeParse(asked);
    if (person === undefined ? !wanted.success : Object.values(asked).some((one) => one !== undefined)) {
      return { kind: 'usage' };
    }
    const days = checkDays(daysAsked);
    if (!days.ok) return refuseBy(days);
    return withData(context, async (data) => {
      const { db, clock } = data;
      const now = clock.now();
      const { directory } = await referenceStore(db).latest();
      const invitee = wanted.success
        ? inviteeOf(directory, wanted.data, dateOf(now))
        : ok({ kind: 'known' as const, key: person ?? '' });
      if (!invitee.ok) return refuseBy(invitee);
      const code = newCode();
      const expiresAt = now + days.value * DAY;
      const invited = await invite(db, {
        invitee: invitee.value,
        codeHash: hashOfCode(code),
        now,
        expiresAt,
        onWeb: context.config.webChat,
        actorId: null,
        channel: 'cli',
      });
      if (invited === null) return refuseBy(refused('invite.person', { person: person ?? '' }));
      const links = await linksFor(context, code, data);
      const words = texts.invited({ ...invited, code, expiresAt, links: Object.values(links) });
      return done({ code, person: invited.key, links }, ...words);
    });
  },
);

const inviteeOf = (directory: Directory, asked: Asked, day: IsoDate): Result<NewInvitee> => {
  const checked = checkInvitee(directory, asked, day);
  if (!checked.ok) return checked;
  const { unit, role, name } = checked.value;
  const slug = slugOf(name);
  if (slug === null) return refused('invite.name');
  const title = asked.title?.trim() || texts.titles[role];
  return ok({ kind: 'new', slug, name, title, unitId: unit.id, role });
};
