import type { Analysis, Evidence, Sentiment, ThemeTag } from '#domain/analysis.js';
import type { BadAsk, TextAsk } from './read-text-ask.js';
import type { AskedLine } from './read-text-asks.js';

export type TextAnalysis = Pick<Analysis, 'language' | 'relevance' | 'themes' | 'sentiment'>;

/** Tags and scores a text as the pipeline does. */
export type AnalyseText = (text: Omit<TextAsk, 'id'>) => TextAnalysis;

export type ThemeLine = Pick<ThemeTag, 'id' | 'score'> & {
  evidence: Pick<Evidence, 'term' | 'field' | 'start' | 'end'>[];
};

/** What scripts read of one text: a contract, in which every key is always there but `reason`. */
export type AnalysisLine = {
  id: TextAsk['id'];
  language: string;
  relevance: Pick<Analysis['relevance'], 'about' | 'score'>;
  themes: ThemeLine[];
  sentiment: {
    scored: boolean;
    score: number | null;
    polarity: string | null;
    raw: number | null;
    reason?: string;
  };
};

/** Stands in place of what could not be analysed. */
export type BadLine = BadAsk & { line: number };

/** One line for each that asks for something, in order. Never rejects but with the error of `asked`. */
export async function* analyseTexts(
  asked: AsyncIterable<AskedLine>,
  analyse: AnalyseText,
): AsyncGenerator<AnalysisLine | BadLine> {
  for await (const { line, ask } of asked)
    yield withEach(line, ask, (text) => describeAnalysis(text.id, analyse(text)));
}

/** What `use` makes of a text; the bad line where it is none, or cannot be analysed. */
export function withEach<T>(line: number, ask: TextAsk | BadAsk, use: (text: TextAsk) => T): T | BadLine {
  if ('error' in ask) return { id: ask.id, line, error: ask.error };
  try {
    return use(ask);
  } catch (error) {
    return { id: ask.id, line, error: `it could not be analysed: ${(error as Error).message}` };
  }
}

export function describeAnalysis(id: TextAsk['id'], analysis: TextAnalysis): AnalysisLine {
  const { language, relevance, themes, sentiment } = analysis;
  const { about, score } = relevance;
  return {
    ...{ id, language, relevance: { about, score } },
    themes: themes.map(themeLine),
    sentiment: sentimentLine(sentiment),
  };
}

export function themeLine({ id, score, evidence }: ThemeTag): ThemeLine {
  return {
    id,
    score,
    evidence: evidence.map(({ term, field, start, end }) => ({ term, field, start, end })),
  };
}

function sentimentLine(sentiment: Sentiment): AnalysisLine['sentiment'] {
  const { raw } = sentiment;
  if (!sentiment.scored) return { scored: false, score: null, polarity: null, raw, reason: sentiment.reason };
  const { score, polarity } = sentiment;
  return { scored: true, score, polarity, raw };
}
