import { setTimeout as pause } from 'node:timers/promises';

type Status = { articles: number; unsettled: number; windowsOutstanding: number };

const ASK_MS = 500;
/** Answers in a row that must say the same before the work counts as done: polls come one after the other. */
const CALM_ANSWERS = 4;

/** Prints the address and a line of progress until the sample feeds are all read, counted and judged. */
export async function showProgress(url: string): Promise<void> {
  console.log(`Narrative Monitor with sample data: ${url}\n`);
  let calm = 0;
  let last = '';
  while (calm < CALM_ANSWERS) {
    await pause(ASK_MS);
    const status = await readStatus(url);
    if (!status) continue;
    const line = lineOf(status);
    calm = isDone(status) && line === last ? calm + 1 : 0;
    if (line !== last) show(line);
    last = line;
  }
  console.log(`${process.stdout.isTTY ? '\n' : ''}\n${hints(url)}`);
}

async function readStatus(url: string): Promise<Status | null> {
  try {
    const response = await fetch(`${url}/api/v1/status`);
    return response.ok ? ((await response.json()) as Status) : null;
  } catch {
    return null;
  }
}

const isDone = ({ articles, unsettled, windowsOutstanding }: Status): boolean =>
  articles > 0 && unsettled === 0 && windowsOutstanding === 0;

function lineOf({ articles, unsettled, windowsOutstanding }: Status): string {
  const number = (n: number): string => n.toLocaleString('en');
  return `${number(articles)} articles read, ${number(unsettled)} to analyse, ${number(windowsOutstanding)} spans to count`;
}

/** One line that is written over on a terminal, and a line each elsewhere. */
function show(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
  else console.log(line);
}

const hints = (url: string): string => `All sample feeds are read. Have a look:
  ${url}/api/v1/trends                                     the last 30 days, day by day
  ${url}/api/v1/trends?theme=border-durand&by=bloc         a border closure, by whose press
  ${url}/api/v1/trends?theme=refugees&interval=week        a theme that grows
  ${url}/api/v1/alerts                                     spikes in negative coverage
  ${url}/api/v1/articles?theme=border-durand&polarity=negative
  ${url}/docs                                              the whole API
Ctrl+C ends it.`;
