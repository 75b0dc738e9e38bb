/** One project for each kind of test, so that each can be run alone: `npm run jest -- --selectProjects unit`. */
const shared = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/property-seed.mjs'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^#(\\w+)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const project = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

export default {
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/count-reporter.mjs'],
  projects: [
    project('unit', ['<rootDir>/{libs,apps}/**/*.spec.ts']),
    project('contract', ['<rootDir>/test/contract/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts']),
    project('long', ['<rootDir>/test/e2e/**/*.long.ts']),
  ],
};
