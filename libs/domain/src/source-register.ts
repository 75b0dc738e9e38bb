import type { Bloc, FeedEntry, Source } from './source.js';

/** What a filter may say about sources; every part that is given must hold. */
export type SourceFilter = { source?: string[]; country?: string[]; bloc?: Bloc[] };

export type RegisteredFeed = FeedEntry & { sourceId: string };

/** The outlets as the configuration names them. Country and bloc are read here at query time, so re-blocking is retroactive. */
export class SourceRegister {
  private readonly byId = new Map<string, Source>();
  private readonly byHost = new Map<string, string>();
  readonly feeds: RegisteredFeed[];

  constructor(readonly sources: readonly Source[]) {
    for (const source of sources) {
      this.byId.set(source.id, source);
      for (const host of source.hosts) this.byHost.set(host, source.id);
    }
    this.feeds = sources.flatMap((source) => source.feeds.map((feed) => ({ ...feed, sourceId: source.id })));
  }

  get(id: string): Source | undefined {
    return this.byId.get(id);
  }

  /** The source that registered `host` or the nearest parent domain of it, or null. */
  ownerOf(host: string): string | null {
    for (
      let name = host.toLowerCase();
      name;
      name = name.includes('.') ? name.slice(name.indexOf('.') + 1) : ''
    ) {
      const owner = this.byHost.get(name);
      if (owner) return owner;
    }
    return null;
  }

  /** The ids of the sources that pass, or null where nothing restricts them. */
  select(filter: SourceFilter): string[] | null {
    if (!filter.source && !filter.country && !filter.bloc) return null;
    return this.sources
      .filter((source) => !filter.source || filter.source.includes(source.id))
      .filter((source) => !filter.country || filter.country.includes(source.country))
      .filter((source) => !filter.bloc || filter.bloc.includes(source.bloc))
      .map((source) => source.id);
  }
}
