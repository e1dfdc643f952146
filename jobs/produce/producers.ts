/** Everything that can be made. */
import type { Producer } from './producer.ts';
import { teamPaperProducer } from './team-paper.ts';

export const producers: readonly Producer[] = [teamPaperProducer];
