/** A plan that follows a finding says so in what its form is about. */
const PREFIX = 'finding:';

export const followSubject = (findingId: number): string => `${PREFIX}${findingId}`;

/** @returns the finding that a plan follows, or null: it begins by itself */
export const followedIn = (subject: string): number | null =>
  subject.startsWith(PREFIX) ? Number(subject.slice(PREFIX.length)) : null;
