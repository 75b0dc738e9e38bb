import { OperatorError } from '#domain/errors.js';

type OptOutRule = {
  /** In the spelling of URLs, without a dot at its end. */
  host: string;
  /** Whether the hosts below `host` are meant, and not itself. */
  subdomains: boolean;
  /** Null is every port. */
  port: string | null;
  /** How path and query must begin; "/" is everything. */
  prefix: string;
};

/** Addresses that are not to be fetched. */
export type OptOutList = readonly OptOutRule[];

/**
 * Reads a list of hosts that do not want to be polled. A line is a host, with `*.` before it for its subdomains, and a
 * port or the beginning of a path after it if only that is meant; `#` begins a comment.
 * Throws an OperatorError that names `file` and each line that cannot be read.
 */
export function parseOptOut(text: string, file: string): OptOutList {
  const faults: string[] = [];
  const rules = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const entry = line.replace(/(^|\s)#.*$/, '').trim();
    if (entry === '') return [];
    const rule = readRule(entry.replace(/^\ufeff/, ''));
    if (rule !== null) return [rule];
    faults.push(`line ${index + 1}: ${JSON.stringify(entry.slice(0, 100))}`);
    return [];
  });
  if (faults.length === 0) return rules;
  throw new OperatorError(
    `${file} has lines that name no host: ${faults.join('; ')}. ` +
      'Write them like example.org, *.example.org or example.org/feeds/, without https://.',
  );
}

/** Whether an address is on the list. */
export function isOptedOut(list: OptOutList, url: URL): boolean {
  const host = url.hostname.replace(/\.$/, '');
  const port = portOf(url);
  const path = comparable(url.pathname + url.search);
  return list.some(
    (rule) =>
      (rule.subdomains ? host.endsWith(`.${rule.host}`) : host === rule.host) &&
      (rule.port === null || rule.port === port) &&
      path.startsWith(rule.prefix),
  );
}

function readRule(entry: string): OptOutRule | null {
  const subdomains = entry.startsWith('*.');
  const rest = subdomains ? entry.slice(2) : entry;
  const found = /^([^\s/?#@*:]+|\[[\da-f:.]+\])(?::(\d{1,5}))?(\/\S*)?$/i.exec(rest);
  const address = `http://${found?.[1]}/${found?.[3]?.slice(1) ?? ''}`;
  if (!found || !URL.canParse(address)) return null;
  const url = new URL(address);
  const prefix = comparable(url.pathname + url.search);
  return { host: url.hostname.replace(/\.$/, ''), subdomains, port: found[2] ?? null, prefix };
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

/** The same path may be written with more or fewer escapes. */
function comparable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
