import { SourceRegister } from './source-register.js';
import type { Source } from './source.js';

const source = (id: string, over: Partial<Source>): Source => ({
  id,
  name: id,
  country: 'PK',
  bloc: 'pakistani',
  language: 'en',
  kind: 'press',
  hosts: [],
  feeds: [{ id: `${id}-home`, url: `https://${id}.example/feed`, verified: false }],
  ...over,
});

const register = new SourceRegister([
  source('post', { hosts: ['post.example'] }),
  source('urdu', { hosts: ['urdu.post.example'], language: 'ur' }),
  source('wire', { country: 'AF', bloc: 'taliban-run' }),
]);

describe('the source register', () => {
  it('gives a host to the nearest domain that is registered', () => {
    expect(register.ownerOf('www.post.example')).toBe('post');
    expect(register.ownerOf('M.Urdu.Post.Example')).toBe('urdu');
    expect(register.ownerOf('example')).toBeNull();
    expect(register.ownerOf('notpost.example')).toBeNull();
  });

  it('selects the sources for which every part of a filter holds', () => {
    expect(register.select({})).toBeNull();
    expect(register.select({ country: ['PK'] })).toEqual(['post', 'urdu']);
    expect(register.select({ country: ['PK'], source: ['wire'] })).toEqual([]);
    expect(register.select({ bloc: ['taliban-run', 'pakistani'], source: ['wire', 'urdu'] })).toEqual([
      'urdu',
      'wire',
    ]);
  });

  it('gives a host that two added outlets have to the lower id, in whatever order they were entered', () => {
    const [one, two] = [
      source('added-1', { hosts: ['x.example'] }),
      source('added-2', { hosts: ['x.example'] }),
    ];
    for (const order of [
      [one, two],
      [two, one],
    ]) {
      const known = register.copy();
      for (const added of order) known.include([added]);
      expect(known.ownerOf('www.x.example')).toBe('added-1');
    }
  });

  it('gives a host of the configuration to nobody that was added, in a copy neither', () => {
    const known = register.copy();
    known.include([source('a', { hosts: ['post.example'] })]);
    expect(known.ownerOf('post.example')).toBe('post');
    expect(known.copy().ownerOf('post.example')).toBe('post');
    expect(register.get('a')).toBeUndefined();
  });

  it('knows the feeds with the source they belong to', () => {
    expect(register.feeds.map(({ id, sourceId }) => [id, sourceId])).toContainEqual(['wire-home', 'wire']);
  });
});
