/** Files of a message: noted at once, their bytes fetched by a job, so that no turn waits for a platform. */
import { noteFile } from '#db/file.ts';
import type { InboundFile } from '#message/inbound.ts';
import type { MemberTurn } from './handler.ts';

export const takeFiles = (turn: MemberTurn, files: readonly InboundFile[]): Promise<number[]> =>
  Promise.all(
    files.map((file) =>
      noteFile(turn.tx, { channel: turn.event.channel, file, personId: turn.person.id, now: turn.now }),
    ),
  );
