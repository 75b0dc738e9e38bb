import type { Command } from 'commander';
import type { Env } from '#runtime/env.js';
import { withTool } from '#runtime/open-tool.js';
import { addFeed, type AddFeedAsk } from '#usecases/feeds/add-feed.js';
import { listFeeds } from '#usecases/feeds/list-feeds.js';
import { readFeed } from '#usecases/feeds/read-feed.js';
import { describeAdded } from './describe-added.js';
import { describeFeed, describeFeeds } from './describe-feeds.js';
import { complain, say } from './say.js';

type AddOptions = {
  source?: string;
  name?: string;
  country?: string;
  bloc?: string;
  kind?: string;
  language?: string;
  dryRun: boolean;
  force: boolean;
};

export function addFeedsCommand(program: Command, env: () => Env): void {
  const feeds = program.command('feeds').description('see the feeds that are watched, and add one');
  feeds
    .command('list')
    .description('list the feeds and how their polling goes')
    .action(() => print(withTool(env(), async (deps) => describeFeeds(await listFeeds(deps)))));
  feeds
    .command('show')
    .argument('<id>', 'a feed, by its id in the list')
    .description('show one feed: why its next poll is when it is, and its last polls')
    .action((id: string) => print(withTool(env(), async (deps) => describeFeed(await readFeed(id, deps)))));
  feeds
    .command('add')
    .argument('<url>', 'the address of a feed, or of a site, whose feed is then looked for')
    .option('--source <id>', 'the source it belongs to; with --name, the id of a new one')
    .option('--name <name>', 'enter a new source of this name')
    .option('--country <code>', 'country of the new source, like PK')
    .option('--bloc <bloc>', 'press bloc of the new source, like afghan-independent')
    .option('--kind <kind>', 'kind of the new source: press, agency, official, social or think-tank')
    .option('--language <code>', 'language of items that state none, like en, ur, ps or prs')
    .option('--dry-run', 'show what would be stored, and store nothing', false)
    .option('--force', 'store it also where its test fails, and take up again one that is gone', false)
    .description('fetch a feed once, show what would be stored of it, and add it')
    .action((url: string, options: AddOptions) => add(env(), askOf(url, options)));
}

async function add(env: Env, ask: AddFeedAsk): Promise<void> {
  const result = await withTool(env, (deps) => addFeed(ask, deps));
  const isDone = result.outcome === 'added' || result.outcome === 'previewed';
  if (isDone) say(describeAdded(result));
  else complain(describeAdded(result));
}

export function askOf(url: string, options: AddOptions): AddFeedAsk {
  const { source: id, name, country, bloc, kind, language, dryRun, force } = options;
  const isNew = [name, country, bloc, kind].some((part) => part !== undefined);
  const source = isNew ? { id, name, country, bloc, kind } : id;
  return { url, language, source, dryRun, force };
}

async function print(text: Promise<string>): Promise<void> {
  say(await text);
}
