import { completeAnalysis, type StoredAnalysis } from './analysis.js';

const stored = {
  ...{ version: 1, revision: 1, language: 'en', signature: [], themes: [] },
  relevance: { about: 'both', score: 0.6, evidence: [] },
  sentiment: { scored: true, score: -0.5, polarity: 'negative', raw: -2 },
} as const;

describe('an analysis that was stored before some of its parts existed', () => {
  it('has no agency, no acts, no evidence for its tone, and is no experiment', () => {
    expect(completeAnalysis(stored as unknown as StoredAnalysis)).toEqual({
      ...stored,
      wire: null,
      acts: [],
      sentiment: { ...stored.sentiment, experimental: false, evidence: [] },
    });
  });

  it('keeps what it has', () => {
    const whole = completeAnalysis({ ...(stored as unknown as StoredAnalysis), wire: 'AP' });
    expect(completeAnalysis(whole)).toEqual(whole);
    expect(whole.wire).toBe('AP');
  });
});
