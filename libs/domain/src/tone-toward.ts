import { type Act, type ActKind, PARTIES, type Party } from './analysis.js';
import { roundScore } from './score.js';

/** What an act says of how it meets the one it is directed at, in [-1, 1]. A constant of ours, published in the docs. */
export const ACT_TONE: Record<ActKind, number> = {
  accuse: -1,
  condemn: -1,
  warn: -0.5,
  deny: -0.5,
  agree: 0,
  praise: 1,
  help: 0.75,
};

/** Tone toward one party in [-1, 1], to four decimals: the mean over the acts directed at it. */
export type ToneToward = { party: Party; score: number; acts: number };

/**
 * How an article meets each party, which is not the tone of what it reports: an attack upon a party says nothing of it,
 * an accusation does. Parties that no act is directed at are left out.
 */
export function toneToward(acts: readonly Act[]): ToneToward[] {
  return PARTIES.flatMap((party) => {
    const values = acts.filter(({ toward }) => toward.includes(party)).map(({ kind }) => ACT_TONE[kind]);
    if (values.length === 0) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [{ party, score: roundScore(mean), acts: values.length }];
  });
}
