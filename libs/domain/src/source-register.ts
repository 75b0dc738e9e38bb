import type { Bloc, FeedEntry, Source } from './source.js';

/** What a filter may say about sources; every part that is given must hold. */
export type SourceFilter = { source?: string[]; country?: string[]; bloc?: Bloc[] };

export type RegisteredFeed = FeedEntry & { sourceId: string };

/**
 * The outlets that the configuration names, and those that people added. Country and bloc are read here at query time,
 * so re-blocking is retroactive.
 */
export class SourceRegister {
  private readonly byId = new Map<string, Source>();
  private readonly configuredHosts = new Map<string, string>();
  private readonly addedHosts = new Map<string, string>();
  /** Those of the configuration. */
  readonly feeds: RegisteredFeed[];

  constructor(private readonly configured: readonly Source[]) {
    for (const source of configured) {
      this.byId.set(source.id, source);
      for (const host of source.hosts)
        if (!this.configuredHosts.has(host)) this.configuredHosts.set(host, source.id);
    }
    this.feeds = configured.flatMap((source) =>
      source.feeds.map((feed) => ({ ...feed, sourceId: source.id })),
    );
  }

  get sources(): Source[] {
    return [...this.byId.values()];
  }

  /**
   * Enters outlets that people added; what the configuration says of an id or a host goes first. Of two added ones that
   * have the same host it is the lower id's, in whatever order they are entered, so that all processes agree.
   */
  include(added: readonly Source[]): void {
    for (const source of added) if (!this.byId.has(source.id)) this.enterAdded(source);
  }

  /** A register of its own that knows the same, in which what is only planned may be entered. */
  copy(): SourceRegister {
    const copy = new SourceRegister(this.configured);
    copy.include(this.sources);
    return copy;
  }

  get(id: string): Source | undefined {
    return this.byId.get(id);
  }

  /** The id of the source that has this id, name or host, in any case; null where none has. */
  find(label: string): string | null {
    const lower = label.trim().toLowerCase();
    const named = this.sources.find(({ id, name }) => id === lower || name.toLowerCase() === lower);
    return named?.id ?? this.ownerOf(lower);
  }

  /** The source that registered `host` or the nearest parent domain of it, or null. */
  ownerOf(host: string): string | null {
    for (
      let name = host.toLowerCase();
      name;
      name = name.includes('.') ? name.slice(name.indexOf('.') + 1) : ''
    ) {
      const owner = this.registrantOf(name);
      if (owner) return owner;
    }
    return null;
  }

  /** The source that registered this very host, or null. */
  registrantOf(host: string): string | null {
    return this.configuredHosts.get(host) ?? this.addedHosts.get(host) ?? null;
  }

  private enterAdded(source: Source): void {
    this.byId.set(source.id, source);
    for (const host of source.hosts) {
      const other = this.addedHosts.get(host);
      if (other === undefined || source.id < other) this.addedHosts.set(host, source.id);
    }
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
