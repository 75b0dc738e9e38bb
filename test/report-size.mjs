/**
 * Prints how files and functions of apps/ and libs/ (without specs) stand against the budgets of style. A report to
 * read, not a gate: it always ends well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOMS = ['apps', 'libs'];
const FILE_BUDGET = { median: 80, p90: 200, max: 300 };
const FUNCTION_BUDGET = { median: 10, p90: 30, max: 60 };
const MOST_DEPENDENCIES = 5;

function sourceFiles() {
  return ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true })
      .map((path) => join(room, path))
      .filter(
        (path) => path.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(path) && !path.includes('node_modules'),
      ),
  ).sort();
}

/** Everything of interest in one file. Lines are counted from the first to the last of a node, without its comments. */
function measure(path) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = { file: { at: path, lines: lineCount(text) }, functions: [], classes: [], anys: [] };
  const visit = (node) => {
    const at = `${path}:${lineOf(source, node.getStart(source)) + 1}`;
    if (isFunction(node)) found.functions.push({ at, name: nameOf(node), lines: linesOf(source, node) });
    if (ts.isConstructorDeclaration(node)) {
      found.classes.push({
        at,
        name: node.parent.name?.text ?? '(class)',
        dependencies: node.parameters.length,
      });
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.anys.push({ at });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isFunction(node) {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/** Its own name, or that of what it is given to. */
function nameOf(node) {
  const named = node.name ?? node.parent.name;
  if (named !== undefined) return named.getText();
  if (ts.isConstructorDeclaration(node)) return `constructor of ${node.parent.name?.text ?? '(class)'}`;
  return ts.isCallExpression(node.parent)
    ? `(given to ${node.parent.expression.getText().slice(0, 40)})`
    : '(nameless)';
}

function lineCount(text) {
  return text.replace(/\n$/, '').split('\n').length;
}

function lineOf(source, position) {
  return source.getLineAndCharacterOfPosition(position).line;
}

function linesOf(source, node) {
  return lineOf(source, node.end) - lineOf(source, node.getStart(source)) + 1;
}

/** The smallest of the values that at least `share` of all do not exceed. */
function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function summary(what, entries, budget) {
  const lines = entries.map((entry) => entry.lines);
  const stand = { median: percentile(lines, 0.5), p90: percentile(lines, 0.9), max: percentile(lines, 1) };
  const parts = Object.entries(budget).map(
    ([name, bound]) => `${name} ${stand[name]} of ${bound}${stand[name] > bound ? ' OVER' : ''}`,
  );
  return `${what.padEnd(10)}${String(entries.length).padStart(6)}   ${parts.join('   ')}`;
}

function list(title, entries, show) {
  console.log(`\n${title}: ${entries.length === 0 ? 'none' : entries.length}`);
  for (const entry of entries) console.log(`  ${show(entry)}`);
}

function longest(entries, bound) {
  return entries.filter(({ lines }) => lines > bound).sort((a, b) => b.lines - a.lines);
}

const measured = sourceFiles().map(measure);
const files = measured.map(({ file }) => file);
const functions = measured.flatMap((found) => found.functions);
const heavy = measured
  .flatMap((found) => found.classes)
  .filter((each) => each.dependencies > MOST_DEPENDENCIES);
const anys = measured.flatMap((found) => found.anys).filter(({ at }) => at.startsWith('libs/'));

console.log('Lines, without specs, against the budgets');
console.log(summary('files', files, FILE_BUDGET));
console.log(summary('functions', functions, FUNCTION_BUDGET));
list(
  `files over ${FILE_BUDGET.max} lines`,
  longest(files, FILE_BUDGET.max),
  ({ at, lines }) => `${lines}  ${at}`,
);
list(
  `functions over ${FUNCTION_BUDGET.max} lines`,
  longest(functions, FUNCTION_BUDGET.max),
  ({ at, name, lines }) => `${lines}  ${name}  ${at}`,
);
list(
  `functions over ${FUNCTION_BUDGET.p90} lines, which one in ten may be`,
  longest(functions, FUNCTION_BUDGET.p90).filter(({ lines }) => lines <= FUNCTION_BUDGET.max),
  ({ at, name, lines }) => `${lines}  ${name}  ${at}`,
);
list(
  `classes with more than ${MOST_DEPENDENCIES} dependencies`,
  heavy,
  ({ at, name, dependencies }) => `${dependencies}  ${name}  ${at}`,
);
list('uses of any in libs', anys, ({ at }) => at);
