/** Files of a message: noted at once, their bytes fetched by a job, so that no turn waits for a platform. */
import { noteFile } from '#db/file.ts';
import type { InboundFile } from '#message/inbound.ts';
import type { MemberTurn } from './handler.ts';

/** The column is a number of four bytes; what is larger is refused whatever it is. */
const LARGEST = 2_000_000_000;

export const takeFiles = (turn: MemberTurn, files: readonly InboundFile[]): Promise<number[]> =>
  Promise.all(
    files.map((file) =>
      noteFile(turn.tx, {
        channel: turn.event.channel,
        file: { ...file, size: Math.min(file.size, LARGEST) },
        personId: turn.person.id,
        now: turn.now,
      }),
    ),
  );
