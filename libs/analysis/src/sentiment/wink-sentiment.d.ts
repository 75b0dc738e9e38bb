declare module 'wink-sentiment' {
  type SentimentToken = { value: string; tag: string; score?: number; negation?: true; grouped?: number };
  /** `tokenizedPhrase` is absent for a text without tokens. `normalizedScore` lies in [-5, 5]. */
  type SentimentResult = { score: number; normalizedScore: number; tokenizedPhrase?: SentimentToken[] };
  const sentiment: (phrase: string) => SentimentResult;
  export = sentiment;
}
